import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../company/company.stub.js';
import type { TradeEventsContext } from '../context.js';
import { checkExhibitorStatsArgs, ExhibitorStatsArgs } from './exhibitor-stats.input.js';
import { ExhibitorStats } from './exhibitor-stats.type.js';

@Resolver(ExhibitorStats)
export class ExhibitorStatsResolver {
  @Query(() => [ExhibitorStats], {
    nullable: true,
    description:
      'Lists the exhibitors with the number of events at which they took part and at which they won a contract. It shows which exhibitors come back and win again.',
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
