import { Field, Int, ObjectType } from 'type-graphql';
import { Decimal } from '../../../kit/schema/scalars.js';
import { ROUNDED } from '../../../kit/stats/rounded-stats.js';
import { ContractState } from '../contract/contract.states.js';
import { ServiceCategory } from '../contract/contract.type.js';

const ONE_CURRENCY =
  'Null unless all contracts of the group have the same currency: group by `CURRENCY`, or filter by one currency. Null also if `rounded` is true, because the sum over a single contract would reveal its value.';

@ObjectType({
  description: 'Counts and sums over one group of contracts. A value by which you do not group (`groupBy`) is null.',
})
export class ContractStats {
  eventSlug?: string | null;
  exhibitorSlug?: string | null;
  buyerSlug?: string | null;
  sectorCode?: string | null;

  @Field(() => ContractState, {
    nullable: true,
    description: 'The state of the contracts. Set only if `groupBy` contains `STATE`.',
  })
  state?: ContractState | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The currency, as an ISO 4217 code. Set only if `groupBy` contains `CURRENCY`, and null for contracts without a currency.',
  })
  currency?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The prefecture of the buyers, as an ISO 3166-2 code: for example "JP-13" for Tokyo. Set only if `groupBy` contains `BUYER_PREFECTURE`, and null for contracts without one.',
  })
  buyerPrefecture?: string | null;

  @Field(() => ServiceCategory, {
    nullable: true,
    description:
      'The category of the service. Set only if `groupBy` contains `SERVICE_CATEGORY`, and null for contracts without one.',
  })
  serviceCategory?: ServiceCategory | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The year of signature, for example 2025. Set only if `groupBy` contains `SIGNED_YEAR`, and null for contracts without a day of signature.',
  })
  signedYear?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The month of signature, for example "2025-04". Set only if `groupBy` contains `SIGNED_MONTH`, and null for contracts without a day of signature.',
  })
  signedMonth?: string | null;

  @Field(() => Boolean, { description: ROUNDED })
  rounded!: boolean;

  @Field(() => Int, { description: 'The number of contracts in the group. Rounded if `rounded` is true.' })
  count!: number;

  @Field(() => Decimal, {
    nullable: true,
    description: `The exact sum of the values that the exhibitors reported. Contracts without one are left out. ${ONE_CURRENCY}`,
  })
  reportedValue?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: `The exact sum of the values that documents prove. Contracts without one are left out. ${ONE_CURRENCY}`,
  })
  evidencedValue?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: `The exact sum of the amounts that were paid. Contracts without a payment are left out. ${ONE_CURRENCY}`,
  })
  realisedValue?: string | null;
}
