import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { globalId } from '../../../kit/schema/global-id.js';
import { Company } from '../company/company.stub.js';
import type { TradeEventsContext } from '../context.js';
import { TradeEvent } from '../trade-event/trade-event.type.js';
import { exhibitKey } from './exhibit.loaders.js';
import { Exhibit } from './exhibit.type.js';

@Resolver(Exhibit)
export class ExhibitResolver {
  @FieldResolver(() => ID)
  id(@Root() exhibit: Exhibit) {
    return globalId('Exhibit', exhibitKey(exhibit));
  }

  @FieldResolver(() => TradeEvent, { nullable: true, description: 'The event.' })
  event(@Root() { eventSlug }: Exhibit, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.tradeEventBySlug.load(eventSlug);
  }

  @FieldResolver(() => Company, { nullable: true, description: 'The exhibitor.' })
  company(@Root() { companySlug }: Exhibit): Company {
    return { slug: companySlug };
  }
}
