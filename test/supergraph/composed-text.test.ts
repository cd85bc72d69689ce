import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHub, type TestHub } from '../testkit/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub('in process', { placements: 50, seed: 1 });
});
afterAll(() => hub.close());

interface TextColumn {
  table: string;
  column: string;
}

test('every text that the hub brings along is in composed form, in which operands are compared', async () => {
  const columns = await hub.sql<TextColumn>(`
    select format('%I.%I', table_schema, table_name) as table, format('%I', column_name) as column
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema in ('companies', 'people', 'sectors', 'trade_events', 'trade-events')
      and data_type in ('text', 'ARRAY')`);
  expect(columns.length).toBeGreaterThan(50);
  let japanese = 0;
  for (const { table, column } of columns) {
    const [counts] = await hub.sql<{ apart: number; beyond_ascii: number }>(
      `select count(*) filter (where t.${column}::text is not nfc normalized)::integer as apart,
        count(*) filter (where t.${column}::text ~ '[^ -~]')::integer as beyond_ascii from ${table} t`,
    );
    expect(counts?.apart, `${table}.${column}`).toBe(0);
    japanese += counts?.beyond_ascii ?? 0;
  }
  expect(japanese).toBeGreaterThan(50);
});
