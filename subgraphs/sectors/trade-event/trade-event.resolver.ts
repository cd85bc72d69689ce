import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SectorsContext } from '../context.js';
import { Statement } from '../statement/statement.type.js';
import { TradeEvent } from './trade-event.stub.js';

@Resolver(TradeEvent)
export class TradeEventResolver {
  @FieldResolver(() => [Statement], {
    nullable: true,
    description: 'All statements of published sources about the event, the newest first. The list is not paged.',
  })
  statements(@Root() { slug }: TradeEvent, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsAboutTradeEvent.load(slug);
  }
}
