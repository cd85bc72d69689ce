import { Directive, Field, ObjectType } from 'type-graphql';
import { Decimal } from './scalars.js';

/** An amount and its currency; absent as a whole where the amount is unknown. */
@ObjectType({ description: 'An amount of money in one currency.' })
@Directive('@shareable')
export class Money {
  @Field(() => Decimal, {
    description: 'The exact amount, in the main unit of the currency (dollars, not cents): for example "600000" or "1250.50".',
  })
  amount!: string;

  @Field({ description: 'The currency, as an ISO 4217 code: for example "USD", "JPY" or "PKR".' })
  currency!: string;
}

/** Money from an amount's column and a currency's column, either of which may be empty. */
export function money(amount: string | null | undefined, currency: string | null | undefined): Money | null {
  return amount == null || currency == null ? null : { amount, currency };
}
