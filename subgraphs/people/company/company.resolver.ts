import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { PeopleContext } from '../context.js';
import { Office } from '../person/person.type.js';
import { PlacementConnection } from '../placement/placement.list.js';
import { PlacementStats } from '../placement-stats/placement-stats.type.js';
import { CompanyPlacementStatsArgs, CompanyPlacementsArgs } from './company.input.js';
import { Company } from './company.stub.js';

@Resolver(Company)
export class CompanyResolver {
  @FieldResolver(() => [Office], {
    nullable: true,
    description: 'The offices that people hold in the company, as published sources name them.',
  })
  officers(@Root() { slug }: Company, @Ctx() { loaders }: PeopleContext) {
    return loaders.officesByCompany.load(slug);
  }

  @FieldResolver(() => PlacementConnection, {
    nullable: true,
    description:
      'The placements in which the company sends, employs or supports the worker. By default those that started last come first.',
  })
  placements(@Root() { slug }: Company, @Args() args: CompanyPlacementsArgs, @Ctx() { loaders }: PeopleContext) {
    return loaders.placementsByCompany(args).of(slug);
  }

  @FieldResolver(() => [PlacementStats], {
    nullable: true,
    description:
      'Counts, shares and medians over the placements in which the company sends, employs or supports the worker.',
  })
  placementStats(
    @Root() { slug }: Company,
    @Args() args: CompanyPlacementStatsArgs,
    @Ctx() { stats }: PeopleContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return stats.ofCompany(slug, args, info);
  }
}
