import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { CEILING, COMPANY, CONTRACT, EVENT, PERSON, PLACEMENT, SECTOR } from './columns.mjs';
import { decode } from './page.mjs';

const ROLE = {
  SENDING: 'sending_company',
  ACCEPTING: 'accepting_company',
  SUPPORT: 'support_company',
  EXHIBITOR: 'exhibitor_slug',
  BUYER: 'buyer_slug',
};
const GROUP = { STATE: 'state', CURRENCY: 'currency' };

/** The order of placements: the last started first, where nobody says otherwise. */
const startedOn = (orderBy) => (query) =>
  orderBy?.[0]?.direction === 'ASC'
    ? query.orderBy('started_on').orderBy('pk')
    : query.orderBy('started_on', (order) => order.desc().nullsLast()).orderBy('pk', 'desc');
const byValue = (query) => query.orderBy('reported_value', (order) => order.desc().nullsLast()).orderBy('pk', 'desc');

/** The loaders of one request: each reads for all its parents in one statement. */
export function openLoaders(db) {
  const placements = (orderBy) => (query) => startedOn(orderBy)(query.select(PLACEMENT));
  const contracts = (query) => byValue(query.select(CONTRACT));
  return {
    sectors: () => db.selectFrom('sectors.sector').select(SECTOR).orderBy('position').execute(),
    tradeEvents: ({ filter, first }) => readEvents(db, filter, first),
    placements: (args) => readPlacements(db, args),
    sectorByCode: byKey(db, 'sectors.sector', 'code', SECTOR),
    companyBySlug: byKey(db, 'companies.company', 'slug', COMPANY),
    tradeEventBySlug: byKey(db, 'trade_events.trade_event', 'slug', EVENT),
    personByPk: byKey(db, 'people.person', 'pk', PERSON),
    placementByReference: byKey(db, 'people.placement', 'reference', PLACEMENT),
    ceilingsBySector: ceilings(db),
    placementsByCompany: perArguments(({ role, first, orderBy }) =>
      top(db, 'people.placement', ROLE[role], first + 1, placements(orderBy)),
    ),
    contractsByCompany: perArguments(({ role, first }) =>
      top(db, 'trade_events.contract', ROLE[role], first + 1, contracts),
    ),
    contractsByEvent: perArguments(({ first }) => top(db, 'trade_events.contract', 'event_slug', first + 1, contracts)),
    placementStatsByCompany: perArguments(({ role, groupBy }) => groups(db, 'people.placement', ROLE[role], groupBy)),
    contractStatsByCompany: perArguments(({ role, groupBy }) =>
      groups(db, 'trade_events.contract', ROLE[role], groupBy),
    ),
    contractStatsByEvent: perArguments(({ groupBy }) => groups(db, 'trade_events.contract', 'event_slug', groupBy)),
  };
}

function readPlacements(db, { filter, orderBy, first, after }) {
  let query = startedOn(orderBy)(db.selectFrom('people.placement').select(PLACEMENT)).limit(first + 1);
  if (filter?.sector?.eq) query = query.where('sector_code', '=', filter.sector.eq);
  if (filter?.reference?.eq) query = query.where('reference', '=', filter.reference.eq);
  if (!after) return query.execute();
  const from = decode(after);
  // Two ranges of the index, since one condition with `or` would read all rows before it.
  const later = query.where(sql`(started_on, pk) > (${from.startedOn}::date, ${from.pk}::integer)`);
  const without = query.where('started_on', 'is', null);
  return sql`(${later}) union all (${without}) limit ${sql.lit(first + 1)}`.execute(db).then(({ rows }) => rows);
}

function readEvents(db, filter, first) {
  const query = db.selectFrom('trade_events.trade_event').select(EVENT);
  const chosen = filter?.synthetic?.eq == null ? query : query.where('synthetic', '=', filter.synthetic.eq);
  return chosen
    .orderBy('starts_on', (order) => order.desc().nullsLast())
    .orderBy('pk', 'desc')
    .limit(first)
    .execute();
}

/** Rows by a key that only one of them has. */
function byKey(db, table, key, columns) {
  return new DataLoader(async (keys) => {
    const rows = await db
      .selectFrom(table)
      .select([...columns, `${key} as loaderKey`])
      .where(sql`${sql.ref(key)} = any(${keys})`)
      .execute();
    const found = new Map(rows.map((row) => [row.loaderKey, row]));
    return keys.map((each) => found.get(each) ?? null);
  });
}

function ceilings(db) {
  return new DataLoader(async (codes) => {
    const rows = await db
      .selectFrom('sectors.ceiling')
      .select([...CEILING, 'sector_code as loaderKey'])
      .where(sql`sector_code = any(${codes})`)
      .orderBy('decided_on', 'desc')
      .orderBy('pk')
      .execute();
    return grouped(rows, codes);
  });
}

/** The first rows under each parent, cut in SQL. */
function top(db, table, key, limit, refine) {
  return new DataLoader(async (keys) => {
    const child = refine(db.selectFrom(table))
      .where(sql`${sql.ref(key)} = parent.key`)
      .limit(sql.lit(limit));
    const { rows } = await sql`
      select child.*, parent.key as "loaderKey" from unnest(${keys}::text[]) as parent(key) cross join lateral (${child}) child`.execute(
      db,
    );
    return grouped(rows, keys);
  });
}

function groups(db, table, key, dimensions) {
  const columns = dimensions.map((dimension) => GROUP[dimension]);
  return new DataLoader(async (keys) => {
    const sum = table === 'trade_events.contract' ? [sql`sum(reported_value)`.as('reportedValue')] : [];
    const rows = await db
      .selectFrom(table)
      .select([...columns, `${key} as loaderKey`, sql`count(*)::integer`.as('count'), ...sum])
      .where(sql`${sql.ref(key)} = any(${keys})`)
      .groupBy([...columns, key])
      .execute();
    return grouped(rows, keys);
  });
}

function grouped(rows, keys) {
  const found = new Map(keys.map((key) => [key, []]));
  for (const row of rows) found.get(row.loaderKey).push(row);
  return [...found.values()];
}

/** One loader for each set of arguments. */
function perArguments(make) {
  const made = new Map();
  return (args) => {
    const key = JSON.stringify(args);
    if (!made.has(key)) made.set(key, make(args));
    return made.get(key);
  };
}
