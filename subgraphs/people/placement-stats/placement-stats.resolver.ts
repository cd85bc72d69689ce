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
    description:
      'Counts, shares and medians over the placements that match the filter. Every role gets an answer. If you may not see the placements, the figures are rounded.',
  })
  placementStats(@Args() args: PlacementStatsArgs, @Ctx() { stats }: PeopleContext, @Info() info: GraphQLResolveInfo) {
    return stats.ofAll(args, info);
  }

  @FieldResolver(() => Sector, { nullable: true, description: 'The sector. Set only if `groupBy` contains `SECTOR`.' })
  sector(@Root() { sectorCode }: PlacementStats) {
    return sectorCode && { code: sectorCode };
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description:
      'The sending organisation. Set only if `groupBy` contains `SENDING_COMPANY`, and null for placements without one.',
  })
  sendingCompany(@Root() { sendingCompany }: PlacementStats) {
    return sendingCompany && { slug: sendingCompany };
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description:
      'The accepting employer. Set only if `groupBy` contains `ACCEPTING_COMPANY`, and null for placements without one.',
  })
  acceptingCompany(@Root() { acceptingCompany }: PlacementStats) {
    return acceptingCompany && { slug: acceptingCompany };
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description:
      'The support organisation. Set only if `groupBy` contains `SUPPORT_COMPANY`, and null for placements without one.',
  })
  supportCompany(@Root() { supportCompany }: PlacementStats) {
    return supportCompany && { slug: supportCompany };
  }

  @FieldResolver(() => [StageStats], {
    description:
      'The stages on the way to employment: how many placements of the group entered each stage, how many went on, and how long it took. Only stages that a placement of the group has been in are listed.',
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
      'The median number of days from this stage to the next. Only placements count for which both days are known and no stage was skipped in between. Null if there are none, or if the group is `rounded` and there are too few.',
  })
  medianDays(@Root() stage: StageStats) {
    return stage.readMedianDays();
  }
}
