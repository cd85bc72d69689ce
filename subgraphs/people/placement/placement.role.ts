import { type RawBuilder, sql } from 'kysely';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';

export const PlacementRole = defineEnum('PlacementRole', 'The part that a company has in a placement.', {
  SENDING: 'It sends the worker.',
  ACCEPTING: 'It employs the worker.',
  SUPPORT: 'It supports the worker on behalf of the employer.',
});
export type PlacementRole = EnumValue<typeof PlacementRole>;

const COLUMN: Record<PlacementRole, RawBuilder<unknown>> = {
  SENDING: sql`r.sending_company`,
  ACCEPTING: sql`r.accepting_company`,
  SUPPORT: sql`r.support_company`,
};

/** The condition that a company has this part in the placement `r`; without a part, any. */
export function belongsToCompany(role: PlacementRole | null | undefined) {
  return (slug: RawBuilder<unknown>) => {
    const columns = role ? [COLUMN[role]] : Object.values(COLUMN);
    return sql`(${sql.join(
      columns.map((column) => sql`${column} = ${slug}`),
      sql` or `,
    )})`;
  };
}
