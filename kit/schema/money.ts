import { Directive, Field, ObjectType } from 'type-graphql';
import { Decimal } from './scalars.js';

/** An amount with its currency. If the amount is unknown, the whole object is null. */
@ObjectType({ description: 'An amount of money in one currency.' })
@Directive('@shareable')
export class Money {
  @Field(() => Decimal, {
    description:
      'The exact amount, in the main unit of the currency (dollars, not cents): for example "600000" or "1250.50".',
  })
  amount!: string;

  @Field({ description: 'The currency, as an ISO 4217 code: for example "USD", "JPY" or "PKR".' })
  currency!: string;
}

/** Makes Money from a column of amounts and a column of currencies. Each may be empty. */
export function money(amount: string | null | undefined, currency: string | null | undefined): Money | null {
  return amount == null || currency == null ? null : { amount, currency };
}
