import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Directive, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { PeopleContext } from '../context.js';
import { PlacementsArgs } from '../placement/placement.input.js';
import { PlacementConnection } from '../placement/placement.list.js';
import { PlacementStatsArgs } from '../placement-stats/placement-stats.input.js';
import { PlacementStats } from '../placement-stats/placement-stats.type.js';
import { ceilingUse } from './sector.ceiling-use.js';
import { CeilingUse, Sector } from './sector.stub.js';

@Resolver(Sector)
export class SectorResolver {
  @FieldResolver(() => PlacementConnection, {
    nullable: true,
    description: 'The placements in this sector. By default those that started last come first.',
  })
  placements(@Root() { code }: Sector, @Args() args: PlacementsArgs, @Ctx() { loaders }: PeopleContext) {
    return loaders.placementsBySector(args).of(code);
  }

  @FieldResolver(() => [PlacementStats], {
    nullable: true,
    description: 'Counts, shares and medians over the placements in this sector.',
  })
  placementStats(
    @Root() { code }: Sector,
    @Args() args: PlacementStatsArgs,
    @Ctx() { stats }: PeopleContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return stats.ofSector(code, args, info);
  }

  @FieldResolver(() => CeilingUse, {
    nullable: true,
    description:
      'How many workers the placements of this hub employ in the sector, next to the acceptance ceiling of the sector. Do not subtract one from the other: they count different people.',
  })
  @Directive('@requires(fields: "ceilings { value from until }")')
  async ceilingUse(@Root() sector: Sector, @Ctx() { loaders, today }: PeopleContext) {
    return ceilingUse(sector, await loaders.employedBySector.load(sector.code), today);
  }
}
