import { sql } from 'kysely';
import type { Reader } from '../../../kit/database/reader.js';
import type { Table } from '../../../kit/database/table.js';
import type { Viewer } from '../../../kit/viewer.js';
import { WON_STATES } from '../contract/contract.states.js';
import { type ExhibitorStatsArgs, exhibitorStatsFilter, exhibitorStatsOrder } from './exhibitor-stats.input.js';
import { checkMaySeeExhibitorStats } from './exhibitor-stats.policy.js';
import type { ExhibitorStats } from './exhibitor-stats.type.js';

/** Each company once for each event in which it took part, and whether it won there; then counted for each company. */
const exhibitors = (events: readonly string[] | undefined) => sql`(
  select company_slug as "companySlug", count(*)::integer as editions,
    count(*) filter (where won)::integer as "editionsWon",
    min(e.starts_on) as "firstExhibitedOn", max(e.starts_on) as "lastExhibitedOn"
  from (
    select event_slug, company_slug, bool_or(won) as won from (
      select event_slug, company_slug, false as won from trade_events.exhibit
      union all
      select event_slug, exhibitor_slug, state = any(${WON_STATES}) from trade_events.contract
    ) part where ${events ? sql`event_slug = any(${events})` : sql`true`} group by 1, 2
  ) edition join trade_events.trade_event e on e.slug = edition.event_slug
  group by 1)`;

/** The columns of the counted rows have the names of their properties. */
const column: Table['column'] = (property) => sql.ref(`r.${property}`);

export function exhibitorStatsLoaders(reader: Reader, viewer: Viewer) {
  return {
    exhibitorStats: (args: ExhibitorStatsArgs) => {
      checkMaySeeExhibitorStats(viewer, args);
      return readExhibitorStats(reader, args);
    },
  };
}

function readExhibitorStats(reader: Reader, { events, filter, orderBy, first }: ExhibitorStatsArgs) {
  const table: Table = {
    name: exhibitors(events),
    label: 'exhibitors',
    sameForAll: false,
    selection: sql`r.*`,
    select: () => sql`r.*`,
    column,
    isNullable: () => true,
  };
  return reader.keptRows<ExhibitorStats>(sql`
    select ${table.selection} from ${table.name} r where ${exhibitorStatsFilter.condition(table, filter)}
    order by ${sorted(orderBy)} limit ${first}`);
}

function sorted(orderBy: ExhibitorStatsArgs['orderBy']) {
  const terms = orderBy?.length ? orderBy : MOST_WON_FIRST;
  const columns = terms.map(({ field, direction }) => {
    const property = exhibitorStatsOrder.fields[field]?.property ?? 'editionsWon';
    return sql`${column(property)} ${sql.raw(direction === 'ASC' ? 'asc' : 'desc')} nulls last`;
  });
  return sql.join([...columns, column('companySlug')]);
}

const MOST_WON_FIRST = [
  { field: 'EDITIONS_WON', direction: 'DESC' },
  { field: 'EDITIONS', direction: 'DESC' },
] as const;
