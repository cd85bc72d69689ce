import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Float, Info, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../company/company.stub.js';
import type { PeopleContext } from '../context.js';
import { Sector } from '../sector/sector.stub.js';
import { PlacementStatsArgs } from './placement-stats.input.js';
import { PlacementStats, StageStats } from './placement-stats.type.js';

@Resolver(PlacementStats)
export class PlacementStatsResolver {
  @Query(() => [PlacementStats], {
    nullable: true,
    description: 'Aggregates over all placements that the filter lets through.',
  })
  placementStats(@Args() args: PlacementStatsArgs, @Ctx() { stats }: PeopleContext, @Info() info: GraphQLResolveInfo) {
    return stats.ofAll(args, info);
  }

  @FieldResolver(() => Sector, { nullable: true, description: 'Sector; set where groupBy has it.' })
  sector(@Root() { sectorCode }: PlacementStats) {
    return sectorCode && { code: sectorCode };
  }

  @FieldResolver(() => Company, { nullable: true, description: 'Sending organisation; set where groupBy has it.' })
  sendingCompany(@Root() { sendingCompany }: PlacementStats) {
    return sendingCompany && { slug: sendingCompany };
  }

  @FieldResolver(() => Company, { nullable: true, description: 'Accepting employer; set where groupBy has it.' })
  acceptingCompany(@Root() { acceptingCompany }: PlacementStats) {
    return acceptingCompany && { slug: acceptingCompany };
  }

  @FieldResolver(() => Company, { nullable: true, description: 'Support organisation; set where groupBy has it.' })
  supportCompany(@Root() { supportCompany }: PlacementStats) {
    return supportCompany && { slug: supportCompany };
  }

  @FieldResolver(() => [StageStats], {
    description: 'Conversion and median days of each stage that a placement of the group has been in.',
  })
  stages(@Root() group: PlacementStats) {
    return group.readStages();
  }
}

@Resolver(StageStats)
export class StageStatsResolver {
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Median days from this stage to the next, where both are dated and nothing was skipped between; null where none are.',
  })
  medianDays(@Root() stage: StageStats) {
    return stage.readMedianDays();
  }
}
