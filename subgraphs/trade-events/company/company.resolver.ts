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
    description: 'The events at which this company exhibits, by default in the falling order of the events’ slugs.',
  })
  exhibits(@Root() { slug }: Company, @Args() args: ExhibitsArgs, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.exhibitsByCompany(args).of(slug);
  }

  @FieldResolver(() => ContractConnection, {
    nullable: true,
    description: 'The contracts that this company won, sought or gave, by default the largest reported value first.',
  })
  contracts(@Root() { slug }: Company, @Args() args: CompanyContractsArgs, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.contractsByCompany(args).of(slug);
  }

  @FieldResolver(() => [ContractStats], {
    nullable: true,
    description: 'This company’s contracts counted and summed, one row a group.',
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
