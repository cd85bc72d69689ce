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
    description: 'One contract by its id or reference; null where there is none.',
  })
  contract(@Args() args: ContractArgs, @Ctx() { loaders }: TradeEventsContext) {
    return findOne('Contract', 'reference', { ...args }, (key) => loaders.contractByReference.load(key));
  }

  @Query(() => ContractConnection, {
    nullable: true,
    description: 'The contracts that the viewer sees, by default the largest reported value first.',
  })
  contracts(@Args() args: ContractsArgs, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.contracts(args);
  }

  @FieldResolver(() => ID)
  id(@Root() { reference }: Contract) {
    return globalId('Contract', reference);
  }

  @FieldResolver(() => TradeEvent, { nullable: true, description: 'The event at which it was won or sought.' })
  event(@Root() { eventSlug }: Contract, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.tradeEventBySlug.load(eventSlug);
  }

  @FieldResolver(() => Company, { nullable: true, description: 'The exhibitor that won or sought it.' })
  exhibitor(@Root() { exhibitorSlug }: Contract): Company {
    return { slug: exhibitorSlug };
  }

  @FieldResolver(() => Company, { nullable: true, description: 'Who buys.' })
  buyer(@Root() { buyerSlug }: Contract): Company | null {
    return buyerSlug == null ? null : { slug: buyerSlug };
  }

  @FieldResolver(() => Sector, { nullable: true, description: 'The sector for which the work is done.' })
  sector(@Root() { sectorCode }: Contract): Sector | null {
    return sectorCode == null ? null : { code: sectorCode };
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What the exhibitor says it is worth.' })
  reportedValue(@Root() { reportedValue, currency }: Contract) {
    return money(reportedValue, currency);
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What a document shows it to be worth.' })
  evidencedValue(@Root() { evidencedValue, currency }: Contract) {
    return money(evidencedValue, currency);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What was paid: the sum of its paid milestones; null where none is known.',
  })
  realisedValue(@Root() { realisedValue, currency }: Contract) {
    return money(realisedValue, currency);
  }

  @FieldResolver(() => [Milestone], { description: 'The payments under it, in the order of their numbers.' })
  milestones(@Root() { pk }: Contract, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.milestonesByContract.load(pk);
  }
}
