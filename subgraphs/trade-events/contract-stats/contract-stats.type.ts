import { Field, Int, ObjectType } from 'type-graphql';
import { Decimal } from '../../../kit/schema/scalars.js';
import { ROUNDED } from '../../../kit/stats/rounded-stats.js';
import { ContractState } from '../contract/contract.states.js';
import { ServiceCategory } from '../contract/contract.type.js';

const ONE_CURRENCY =
  'Null unless the contracts of a row have one currency: group by CURRENCY, or filter one currency. Null also where the count is rounded: the sum over one contract is that contract.';

@ObjectType({
  description: 'One group of contracts, counted and summed. A dimension that was not asked for in `groupBy` is null.',
})
export class ContractStats {
  eventSlug?: string | null;
  exhibitorSlug?: string | null;
  buyerSlug?: string | null;
  sectorCode?: string | null;

  @Field(() => ContractState, { nullable: true, description: 'How far the contracts have come.' })
  state?: ContractState | null;

  @Field(() => String, { nullable: true, description: 'Their currency, ISO 4217; null also where no value is known.' })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: 'Their buyers’ prefecture, ISO 3166-2, for example "JP-13".' })
  buyerPrefecture?: string | null;

  @Field(() => ServiceCategory, { nullable: true, description: 'What they are about.' })
  serviceCategory?: ServiceCategory | null;

  @Field(() => Int, { nullable: true, description: 'The year in which they were signed, for example 2025.' })
  signedYear?: number | null;

  @Field(() => String, { nullable: true, description: 'The month in which they were signed, for example "2025-04".' })
  signedMonth?: string | null;

  @Field(() => Boolean, { description: ROUNDED })
  rounded!: boolean;

  @Field(() => Int, { description: 'How many contracts the group has; see `rounded`.' })
  count!: number;

  @Field(() => Decimal, {
    nullable: true,
    description: `The exact sum of what the exhibitors report, where they do. ${ONE_CURRENCY}`,
  })
  reportedValue?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: `The exact sum of what documents show, where they do. ${ONE_CURRENCY}`,
  })
  evidencedValue?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: `The exact sum of what was paid, where anything was. ${ONE_CURRENCY}`,
  })
  realisedValue?: string | null;
}
