import type { Variables } from '../../kit/execution/variables.js';

/** A number that is known when an operation is read, or only with its variables. */
export type Amount = number | ((variables: Variables) => number);

export function sum(amounts: readonly Amount[]): Amount {
  let known = 0;
  const others: ((variables: Variables) => number)[] = [];
  for (const amount of amounts) {
    if (typeof amount === 'number') known += amount;
    else others.push(amount);
  }
  if (others.length === 0) return known;
  return (variables) => others.reduce((total, other) => total + other(variables), known);
}

export function product(one: Amount, other: Amount): Amount {
  if (typeof one === 'number' && typeof other === 'number') return one * other;
  return (variables) => amountFor(one, variables) * amountFor(other, variables);
}

export function amountFor(amount: Amount, variables: Variables): number {
  return typeof amount === 'number' ? amount : amount(variables);
}
