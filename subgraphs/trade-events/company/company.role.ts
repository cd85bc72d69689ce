import { sql } from 'kysely';
import type { BelongsTo } from '../../../kit/list/list.js';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';

export const ContractRole = defineEnum('ContractRole', 'What a company is in a contract.', {
  EXHIBITOR: 'It exhibited, and won or sought the contract.',
  BUYER: 'It buys.',
});
export type ContractRole = EnumValue<typeof ContractRole>;

/** Which contracts are a company's, in one role or in either. */
export function contractsOfCompany(role: ContractRole | undefined): BelongsTo {
  if (role === 'EXHIBITOR') return (slug) => sql`r.exhibitor_slug = ${slug}`;
  if (role === 'BUYER') return (slug) => sql`r.buyer_slug = ${slug}`;
  return (slug) => sql`(r.exhibitor_slug = ${slug} or r.buyer_slug = ${slug})`;
}
