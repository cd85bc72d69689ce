import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { selectedFields } from '../../../kit/schema/selection.js';
import type { TradeEventsContext } from '../context.js';
import { ContractConnection } from '../contract/contract.loaders.js';
import { ContractStats } from '../contract-stats/contract-stats.type.js';
import { ExhibitsArgs } from '../exhibit/exhibit.input.js';
import { ExhibitConnection } from '../exhibit/exhibit.loaders.js';
import { CompanyContractStatsArgs, CompanyContractsArgs } from './company.input.js';
import { Company } from './company.stub.js';

@Resolver(Company)
export class CompanyResolver {
  @FieldResolver(() => ExhibitConnection, {
    nullable: true,
    description:
      'The events at which this company exhibits. By default they are sorted by the slug of the event, from Z to A.',
  })
  exhibits(@Root() { slug }: Company, @Args() args: ExhibitsArgs, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.exhibitsByCompany(args).of(slug);
  }

  @FieldResolver(() => ContractConnection, {
    nullable: true,
    description:
      'The contracts of this company, as exhibitor or as buyer. By default those with the largest reported value come first.',
  })
  contracts(@Root() { slug }: Company, @Args() args: CompanyContractsArgs, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.contractsByCompany(args).of(slug);
  }

  @FieldResolver(() => [ContractStats], {
    nullable: true,
    description: 'Counts and sums over the contracts of this company, one row for each group.',
  })
  contractStats(
    @Root() { slug }: Company,
    @Args() args: CompanyContractStatsArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { loaders }: TradeEventsContext,
  ) {
    return loaders.contractStatsByCompany(args, selectedFields(info)).load(slug);
  }
}
