import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AgreementsArgs } from '../agreement/agreement.input.js';
import { AgreementConnection } from '../agreement/agreement.loaders.js';
import type { CompaniesContext } from '../context.js';
import { TradeEvent } from './trade-event.stub.js';

@Resolver(TradeEvent)
export class TradeEventResolver {
  @FieldResolver(() => AgreementConnection, {
    nullable: true,
    description: 'The agreements that were signed at this event. By default the latest signed come first.',
  })
  agreements(@Root() { slug }: TradeEvent, @Args() args: AgreementsArgs, @Ctx() { loaders }: CompaniesContext) {
    return loaders.agreementsByEvent(args).of(slug);
  }
}
