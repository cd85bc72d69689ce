import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { TradeEventsContext } from '../context.js';
import { ContractsArgs } from '../contract/contract.input.js';
import { ContractConnection } from '../contract/contract.loaders.js';
import { Sector } from './sector.stub.js';

@Resolver(Sector)
export class SectorResolver {
  @FieldResolver(() => ContractConnection, {
    nullable: true,
    description: 'The contracts whose buyer works in this sector, by default the largest reported value first.',
  })
  contracts(@Root() { code }: Sector, @Args() args: ContractsArgs, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.contractsBySector(args).of(code);
  }
}
