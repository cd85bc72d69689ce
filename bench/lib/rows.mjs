import pg from 'pg';

/**
 * @typedef {object} Rows
 * @property {string} sender the company that sends most workers
 * @property {string} exhibitor the firm with most contracts, which sends workers too
 * @property {string} event the event with most contracts
 * @property {string} sector the sector with most placements
 * @property {string} placement one of the sender's placements that has every company
 * @property {{ reference: string, pk: number, startedOn: string }} deep the row 70 % into those of the sector that have begun, the first first
 */

/** Chooses what the questions are about: in every case where there is most. */
export async function chooseRows(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl, types: { getTypeParser: () => String } });
  await client.connect();
  const first = async (text, values) => (await client.query(text, values)).rows[0];
  const most = async (column, table) =>
    (await first(`select ${column} as key from ${table} where synthetic group by 1 order by count(*) desc, 1 limit 1`))
      .key;
  try {
    const sector = await most('sector_code', 'people.placement');
    const sender = await most('sending_company', 'people.placement');
    const { reference } = await first(
      `select reference from people.placement where sending_company = $1 and accepting_company is not null
       and support_company is not null and started_on is not null order by pk limit 1`,
      [sender],
    );
    const deep = await first(
      `select reference, pk, started_on as "startedOn" from people.placement where sector_code = $1 and started_on is not null
       order by started_on, pk
       offset (select count(started_on) * 7 / 10 from people.placement where sector_code = $1) limit 1`,
      [sector],
    );
    return {
      sender,
      sector,
      deep: { ...deep, pk: Number(deep.pk) },
      placement: reference,
      exhibitor: await most('exhibitor_slug', 'trade_events.contract'),
      event: await most('event_slug', 'trade_events.contract'),
    };
  } finally {
    await client.end();
  }
}

/** How many placements the sample has; 0 where there is none. */
export async function countSample(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select count(*)::integer as count from people.placement where synthetic');
    return rows[0].count;
  } catch (error) {
    if (error.code === '42P01') return 0;
    throw error;
  } finally {
    await client.end();
  }
}

/** The indexes that those who sort by `desc nulls last` need; the hub has no use for them. */
const INDEXES = [
  'people.placement (sending_company, started_on desc nulls last, pk desc)',
  'trade_events.contract (event_slug, reported_value desc nulls last, pk desc)',
  'trade_events.contract (exhibitor_slug, reported_value desc nulls last, pk desc)',
];

/** Makes what the contestants need of the database, and leaves nothing for autovacuum to do while we measure. */
export async function settle(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  for (const [number, index] of INDEXES.entries())
    await client.query(`create index if not exists bench_${number} on ${index}`);
  const { rows } = await client.query(`select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables`);
  for (const { name } of rows) await client.query(`vacuum (analyze) ${name}`);
  await client.end();
}
