import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../company/company.stub.js';
import type { TradeEventsContext } from '../context.js';
import { checkExhibitorStatsArgs, ExhibitorStatsArgs } from './exhibitor-stats.input.js';
import { ExhibitorStats } from './exhibitor-stats.type.js';

@Resolver(ExhibitorStats)
export class ExhibitorStatsResolver {
  @Query(() => [ExhibitorStats], {
    nullable: true,
    description: 'Which companies come back to events as exhibitors, and win again.',
  })
  exhibitorStats(@Args() args: ExhibitorStatsArgs, @Ctx() { loaders }: TradeEventsContext) {
    checkExhibitorStatsArgs(args);
    return loaders.exhibitorStats(args);
  }

  @FieldResolver(() => Company, { nullable: true, description: 'The company.' })
  company(@Root() { companySlug }: ExhibitorStats): Company {
    return { slug: companySlug };
  }
}
