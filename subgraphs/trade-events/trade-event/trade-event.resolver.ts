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
  @Query(() => TradeEvent, {
    nullable: true,
    description: 'Returns one event by its id or its slug. Null if there is none.',
  })
  tradeEvent(@Args() args: TradeEventArgs, @Ctx() { loaders }: TradeEventsContext) {
    return findOne('TradeEvent', 'slug', { ...args }, (key) => loaders.tradeEventBySlug.load(key));
  }

  @Query(() => TradeEventConnection, {
    nullable: true,
    description: 'Lists the events. By default the latest come first.',
  })
  tradeEvents(@Args() args: TradeEventsArgs, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.tradeEvents(args);
  }

  @FieldResolver(() => ID)
  id(@Root() { slug }: TradeEvent) {
    return globalId('TradeEvent', slug);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The name in the requested language. If the hub does not know it in that language, the name in English, else Japanese, else Urdu.',
  })
  name(
    @Root() event: TradeEvent,
    @Arg('language', () => Language, { defaultValue: 'EN', description: 'The preferred language of the name.' })
    language: Language,
  ) {
    return localisedName(event, language);
  }

  @FieldResolver(() => ExhibitConnection, {
    nullable: true,
    description: 'The exhibitors at this event. By default they are sorted by the slug of the company.',
  })
  exhibits(@Root() { slug }: TradeEvent, @Args() args: ExhibitsArgs, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.exhibitsByEvent(args).of(slug);
  }

  @FieldResolver(() => ContractConnection, {
    nullable: true,
    description:
      'The contracts that exhibitors won at this event or tried to win. By default those with the largest reported value come first.',
  })
  contracts(@Root() { slug }: TradeEvent, @Args() args: ContractsArgs, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.contractsByEvent(args).of(slug);
  }

  @FieldResolver(() => [ContractStats], {
    nullable: true,
    description: 'Counts and sums over the contracts of this event, one row for each group.',
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
