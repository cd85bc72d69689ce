import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { findOne } from '../../../kit/schema/find-one.js';
import { globalId } from '../../../kit/schema/global-id.js';
import { Language, localisedName } from '../../../kit/schema/localised-name.js';
import { selectedFields } from '../../../kit/schema/selection.js';
import type { TradeEventsContext } from '../context.js';
import { ContractsArgs } from '../contract/contract.input.js';
import { ContractConnection } from '../contract/contract.loaders.js';
import { ContractStatsArgs } from '../contract-stats/contract-stats.input.js';
import { ContractStats } from '../contract-stats/contract-stats.type.js';
import { ExhibitsArgs } from '../exhibit/exhibit.input.js';
import { ExhibitConnection } from '../exhibit/exhibit.loaders.js';
import { TradeEventArgs, TradeEventsArgs } from './trade-event.input.js';
import { TradeEventConnection } from './trade-event.loaders.js';
import { TradeEvent } from './trade-event.type.js';

@Resolver(TradeEvent)
export class TradeEventResolver {
  @Query(() => TradeEvent, { nullable: true, description: 'One event by its id or slug; null where there is none.' })
  tradeEvent(@Args() args: TradeEventArgs, @Ctx() { loaders }: TradeEventsContext) {
    return findOne('TradeEvent', 'slug', { ...args }, (key) => loaders.tradeEventBySlug.load(key));
  }

  @Query(() => TradeEventConnection, { nullable: true, description: 'All events, by default the latest first.' })
  tradeEvents(@Args() args: TradeEventsArgs, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.tradeEvents(args);
  }

  @FieldResolver(() => ID)
  id(@Root() { slug }: TradeEvent) {
    return globalId('TradeEvent', slug);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Its name, in the language asked for where that is known.',
  })
  name(
    @Root() event: TradeEvent,
    @Arg('language', () => Language, { defaultValue: 'EN', description: 'Which language is preferred.' })
    language: Language,
  ) {
    return localisedName(event, language);
  }

  @FieldResolver(() => ExhibitConnection, {
    nullable: true,
    description: 'Who exhibits here, by default in the order of the companies’ slugs.',
  })
  exhibits(@Root() { slug }: TradeEvent, @Args() args: ExhibitsArgs, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.exhibitsByEvent(args).of(slug);
  }

  @FieldResolver(() => ContractConnection, {
    nullable: true,
    description: 'The contracts that exhibitors won or sought here, by default the largest reported value first.',
  })
  contracts(@Root() { slug }: TradeEvent, @Args() args: ContractsArgs, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.contractsByEvent(args).of(slug);
  }

  @FieldResolver(() => [ContractStats], {
    nullable: true,
    description: 'This event’s contracts counted and summed, one row a group.',
  })
  contractStats(
    @Root() { slug }: TradeEvent,
    @Args() args: ContractStatsArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { loaders }: TradeEventsContext,
  ) {
    return loaders.contractStatsByEvent(args, selectedFields(info)).load(slug);
  }
}
