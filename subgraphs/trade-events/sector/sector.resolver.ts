import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { selectedFields } from '../../../kit/schema/selection.js';
import type { TradeEventsContext } from '../context.js';
import { ContractsArgs } from '../contract/contract.input.js';
import { ContractConnection } from '../contract/contract.loaders.js';
import { ContractStatsArgs } from '../contract-stats/contract-stats.input.js';
import { ContractStats } from '../contract-stats/contract-stats.type.js';
import { Sector } from './sector.stub.js';

@Resolver(Sector)
export class SectorResolver {
  @FieldResolver(() => ContractConnection, {
    nullable: true,
    description:
      'The contracts whose work is done for this sector. By default those with the largest reported value come first.',
  })
  contracts(@Root() { code }: Sector, @Args() args: ContractsArgs, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.contractsBySector(args).of(code);
  }

  @FieldResolver(() => [ContractStats], {
    nullable: true,
    description: 'Counts and sums over the contracts whose work is done for this sector, one row for each group.',
  })
  contractStats(
    @Root() { code }: Sector,
    @Args() args: ContractStatsArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { loaders }: TradeEventsContext,
  ) {
    return loaders.contractStatsBySector(args, selectedFields(info)).load(code);
  }
}
