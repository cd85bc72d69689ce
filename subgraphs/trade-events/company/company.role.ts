import { sql } from 'kysely';
import { pins } from '../../../kit/access/pins.js';
import type { BelongsTo } from '../../../kit/list/definition.js';
import type { FilterValue } from '../../../kit/list/filter.js';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';

export const ContractRole = defineEnum('ContractRole', 'What a company is in a contract.', {
  EXHIBITOR: 'It exhibited, and won or sought the contract.',
  BUYER: 'It buys.',
});
export type ContractRole = EnumValue<typeof ContractRole>;

/** Which contracts are a company's, in one role or in either. */
export function contractsOfCompany(role: ContractRole | undefined): BelongsTo {
  if (role === 'EXHIBITOR') return (slug) => [sql`r.exhibitor_slug = ${slug}`];
  if (role === 'BUYER') return (slug) => [sql`r.buyer_slug = ${slug}`];
  return (slug) => [sql`r.exhibitor_slug = ${slug}`, sql`r.buyer_slug = ${slug}`];
}

/** Whether a filter lets through only contracts in which the company has a part. */
export function pinsCompany(filter: FilterValue | null | undefined, company: string | null): boolean {
  return pins(filter, ['exhibitor', 'buyer'], company);
}
