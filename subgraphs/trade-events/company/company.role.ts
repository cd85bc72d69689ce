import { sql } from 'kysely';
import { pins } from '../../../kit/access/pins.js';
import type { BelongsTo } from '../../../kit/list/definition.js';
import type { FilterValue } from '../../../kit/list/filter.js';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';

export const ContractRole = defineEnum('ContractRole', 'The part that a company has in a contract.', {
  EXHIBITOR: 'The company exhibited, and won the contract or tried to win it.',
  BUYER: 'The company buys.',
});
export type ContractRole = EnumValue<typeof ContractRole>;

/** Which contracts are a company's, in one role or in either. */
export function contractsOfCompany(role: ContractRole | undefined): BelongsTo {
  if (role === 'EXHIBITOR') return (slug) => [sql`r.exhibitor_slug = ${slug}`];
  if (role === 'BUYER') return (slug) => [sql`r.buyer_slug = ${slug}`];
  return (slug) => [sql`r.exhibitor_slug = ${slug}`, sql`r.buyer_slug = ${slug}`];
}

/** Whether a filter selects only contracts in which the company has a part. */
export function pinsCompany(filter: FilterValue | null | undefined, company: string | null): boolean {
  return pins(filter, ['exhibitor', 'buyer'], company);
}
