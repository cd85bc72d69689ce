import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { findOne } from '../../../kit/schema/find-one.js';
import { globalId } from '../../../kit/schema/global-id.js';
import { Money, money } from '../../../kit/schema/money.js';
import { Company } from '../company/company.stub.js';
import type { TradeEventsContext } from '../context.js';
import { Milestone } from '../milestone/milestone.type.js';
import { Sector } from '../sector/sector.stub.js';
import { TradeEvent } from '../trade-event/trade-event.type.js';
import { ContractArgs, ContractsArgs } from './contract.input.js';
import { ContractConnection } from './contract.loaders.js';
import { Contract } from './contract.type.js';

@Resolver(Contract)
export class ContractResolver {
  @Query(() => Contract, {
    nullable: true,
    description: 'Returns one contract by its id or its reference. Null if there is none, or none that you may see.',
  })
  contract(@Args() args: ContractArgs, @Ctx() { loaders }: TradeEventsContext) {
    return findOne('Contract', 'reference', { ...args }, (key) => loaders.contractByReference.load(key));
  }

  @Query(() => ContractConnection, {
    nullable: true,
    description: 'Lists the contracts that you may see. By default those with the largest reported value come first.',
  })
  contracts(@Args() args: ContractsArgs, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.contracts(args);
  }

  @FieldResolver(() => ID)
  id(@Root() { reference }: Contract) {
    return globalId('Contract', reference);
  }

  @FieldResolver(() => TradeEvent, {
    nullable: true,
    description: 'The event at which the exhibitor won the contract or tried to win it.',
  })
  event(@Root() { eventSlug }: Contract, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.tradeEventBySlug.load(eventSlug);
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description: 'The exhibitor that won the contract or tried to win it.',
  })
  exhibitor(@Root() { exhibitorSlug }: Contract): Company {
    return { slug: exhibitorSlug };
  }

  @FieldResolver(() => Company, { nullable: true, description: 'The buyer. Null if unknown.' })
  buyer(@Root() { buyerSlug }: Contract): Company | null {
    return buyerSlug == null ? null : { slug: buyerSlug };
  }

  @FieldResolver(() => Sector, {
    nullable: true,
    description: 'The sector for which the work is done. Null if unknown.',
  })
  sector(@Root() { sectorCode }: Contract): Sector | null {
    return sectorCode == null ? null : { code: sectorCode };
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'The value that the exhibitor reported. Null if it reported none.',
  })
  reportedValue(@Root() { reportedValue, currency }: Contract) {
    return money(reportedValue, currency);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'The value that a document proves. Null if no document shows a value.',
  })
  evidencedValue(@Root() { evidencedValue, currency }: Contract) {
    return money(evidencedValue, currency);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'The amount that was paid: the sum of the paid milestones. Null if no payment is known.',
  })
  realisedValue(@Root() { realisedValue, currency }: Contract) {
    return money(realisedValue, currency);
  }

  @FieldResolver(() => [Milestone], { description: 'The payments under the contract, in the order of their numbers.' })
  milestones(@Root() { pk }: Contract, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.milestonesByContract.load(pk);
  }
}
