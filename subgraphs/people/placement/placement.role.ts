import { type RawBuilder, sql } from 'kysely';
import { pins } from '../../../kit/access/pins.js';
import type { BelongsTo } from '../../../kit/list/definition.js';
import type { FilterValue } from '../../../kit/list/filter.js';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';

export const PlacementRole = defineEnum('PlacementRole', 'The part that a company has in a placement.', {
  SENDING: 'The company sends the worker.',
  ACCEPTING: 'The company employs the worker.',
  SUPPORT: 'The company supports the worker in Japan on behalf of the employer.',
});
export type PlacementRole = EnumValue<typeof PlacementRole>;

const COLUMN: Record<PlacementRole, RawBuilder<unknown>> = {
  SENDING: sql`r.sending_company`,
  ACCEPTING: sql`r.accepting_company`,
  SUPPORT: sql`r.support_company`,
};

/** The placements in which a company has this part; without a part, any. */
export function belongsToCompany(role: PlacementRole | null | undefined): BelongsTo {
  const columns = role ? [COLUMN[role]] : Object.values(COLUMN);
  return (slug) => columns.map((column) => sql`${column} = ${slug}`);
}

/** Whether a filter selects only placements in which the company has a part. */
export function pinsCompany(filter: FilterValue | null | undefined, company: string | null): boolean {
  return pins(filter, ['sendingCompany', 'acceptingCompany', 'supportCompany'], company);
}
