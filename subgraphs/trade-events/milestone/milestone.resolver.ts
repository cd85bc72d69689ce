import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { globalId } from '../../../kit/schema/global-id.js';
import { Money, money } from '../../../kit/schema/money.js';
import type { TradeEventsContext } from '../context.js';
import { Contract } from '../contract/contract.type.js';
import { milestoneKey } from './milestone.loaders.js';
import { Milestone } from './milestone.type.js';

@Resolver(Milestone)
export class MilestoneResolver {
  @FieldResolver(() => ID)
  id(@Root() milestone: Milestone) {
    return globalId('Milestone', milestoneKey(milestone));
  }

  @FieldResolver(() => Contract, { description: 'The contract to which the payment belongs.' })
  contract(@Root() { contractPk }: Milestone, @Ctx() { loaders }: TradeEventsContext) {
    return loaders.contractByPk.load(contractPk);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'The amount of the payment. Null if the currency of the contract is unknown.',
  })
  amount(@Root() { amount, currency }: Milestone) {
    return money(amount, currency);
  }
}
