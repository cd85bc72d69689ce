import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { selectedFields } from '../../../kit/schema/selection.js';
import { Company } from '../company/company.stub.js';
import type { TradeEventsContext } from '../context.js';
import { Sector } from '../sector/sector.stub.js';
import { TradeEvent } from '../trade-event/trade-event.type.js';
import { ContractStatsArgs } from './contract-stats.input.js';
import { ContractStats } from './contract-stats.type.js';

@Resolver(ContractStats)
export class ContractStatsResolver {
  @Query(() => [ContractStats], {
    nullable: true,
    description:
      'Counts and sums over the contracts, one row for each group. For contracts of other companies a partner gets rounded counts and no sums.',
  })
  contractStats(
    @Args() args: ContractStatsArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { loaders }: TradeEventsContext,
  ) {
    return loaders.contractStats(args, selectedFields(info));
  }

  @FieldResolver(() => TradeEvent, {
    nullable: true,
    description: 'The event. Set only if `groupBy` contains `EVENT`.',
  })
  event(@Root() { eventSlug }: ContractStats, @Ctx() { loaders }: TradeEventsContext) {
    return eventSlug == null ? null : loaders.tradeEventBySlug.load(eventSlug);
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description: 'The exhibitor. Set only if `groupBy` contains `EXHIBITOR`.',
  })
  exhibitor(@Root() { exhibitorSlug }: ContractStats): Company | null {
    return exhibitorSlug == null ? null : { slug: exhibitorSlug };
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description: 'The buyer. Set only if `groupBy` contains `BUYER`, and null for contracts without a known buyer.',
  })
  buyer(@Root() { buyerSlug }: ContractStats): Company | null {
    return buyerSlug == null ? null : { slug: buyerSlug };
  }

  @FieldResolver(() => Sector, {
    nullable: true,
    description:
      'The sector for which the work is done. Set only if `groupBy` contains `SECTOR`, and null for contracts without a known sector.',
  })
  sector(@Root() { sectorCode }: ContractStats): Sector | null {
    return sectorCode == null ? null : { code: sectorCode };
  }
}
