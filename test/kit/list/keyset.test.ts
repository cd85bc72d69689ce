import { defineEntity, p } from '@mikro-orm/core';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import type { Connection, Page, PageSource } from '../../../kit/list/connection.js';
import type { ListDefinition } from '../../../kit/list/definition.js';
import { by, defineFilter } from '../../../kit/list/filter.js';
import { ListsByParent, readList } from '../../../kit/list/list.js';
import type { ListArgs } from '../../../kit/list/list-args.js';
import { defineOrder, type OrderTerm } from '../../../kit/list/order.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';
import { recordStatements } from '../../testkit/statements.js';

interface Row {
  pk: number;
  parent: string;
  day: string | null;
  score: number | null;
}

const TableEntity = defineEntity({
  name: 'TableEntity',
  tableName: 'thing',
  schema: 'public',
  properties: { pk: p.integer().primary(), parent: p.text(), day: p.date().nullable(), score: p.integer().nullable() },
});

class Things implements Connection<Row> {
  constructor(readonly source: PageSource<Row>) {}
}

const list: ListDefinition<Row> = {
  table: tableOf(TableEntity),
  filter: defineFilter('ThingFilter', 'Things.', {
    parent: by.key('parent', 'By parent.'),
    day: by.date('day', 'By day.'),
  }),
  order: defineOrder('ThingOrder', {
    PARENT: { property: 'parent', type: 'text', description: 'By parent.' },
    DAY: { property: 'day', type: 'date', description: 'By day.' },
    SCORE: { property: 'score', type: 'integer', description: 'By score.' },
  }),
  defaultOrder: [{ field: 'DAY', direction: 'DESC' }],
  connection: Things,
};

let database: FreshDatabase;
let reader: Reader;
let client: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  reader = new Reader({ query: (statement) => client.query(statement), writeBeforeCommit: () => undefined, sees: '' });
  await client.query('create table thing (pk integer primary key, parent text not null, day date, score integer)');
  // Many ties and many NULLs, because that is where paging goes wrong.
  await client.query(`insert into thing select n, chr(97 + n % 3),
    case when n % 4 > 0 then date '2025-01-01' + n % 5 end, case when n % 3 > 0 then n % 7 end from generate_series(1, 300) n`);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const pageOf = (args: ListArgs, which = list): Promise<Page<Row>> => readList(reader, which, args).source.page();
const cursorsOf = (page: Page<Row>) => page.rows.map((row) => page.cursorOf(row));
const pks = (page: Page<Row>) => page.rows.map(({ pk }) => pk);

type Way = 'forward' | 'backward';

async function walk(orderBy: OrderTerm[], size: number, direction: Way, which = list): Promise<number[]> {
  const seen: number[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await pageOf(
      direction === 'forward' ? { orderBy, first: size, after: cursor } : { orderBy, last: size, before: cursor },
      which,
    );
    if (direction === 'forward') seen.push(...pks(page));
    else seen.unshift(...pks(page));
    cursor = direction === 'forward' ? cursorsOf(page).at(-1) : cursorsOf(page)[0];
    if (!(direction === 'forward' ? page.more.after : page.more.before)) return seen;
  }
}

/** The whole list as PostgreSQL sorts it, said in the plainest SQL. */
async function expected(orderBy: OrderTerm[], where = 'true'): Promise<number[]> {
  const terms = orderBy.map(({ field, direction }) => `${field.toLowerCase()} ${direction} nulls last`);
  const { rows } = await client.query<Row>(
    `select pk from thing where ${where} order by ${terms.join(', ')}, pk ${orderBy.at(-1)?.direction}`,
  );
  return rows.map(({ pk }) => pk);
}

const direction = fc.constantFrom('ASC' as const, 'DESC' as const);
const orders = fc
  .shuffledSubarray(['PARENT', 'DAY', 'SCORE'], { minLength: 1 })
  .chain((fields) => fc.tuple(...fields.map((field) => direction.map((way) => ({ field, direction: way })))));

describe('keyset paging', () => {
  test('walks every row exactly once in the order of the list, both ways, whatever the order and the page size', async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 100 }), async (orderBy, size) => {
        const all = await expected(orderBy);
        expect(await walk(orderBy, size, 'forward')).toEqual(all);
        expect(await walk(orderBy, size, 'backward')).toEqual(all);
      }),
      { numRuns: 25 },
    );
  });

  test('does so where rows belong in one of several ways, or in more than one', async () => {
    const several = {
      ...list,
      where: { anyOf: [sql`r.parent = 'a'`, sql`r.score < 3`, sql`r.day = '2025-01-02'`] },
    };
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 100 }), async (orderBy, size) => {
        const all = await expected(orderBy, `parent = 'a' or score < 3 or day = '2025-01-02'`);
        expect(await walk(orderBy, size, 'forward', several)).toEqual(all);
        expect(await walk(orderBy, size, 'backward', several)).toEqual(all);
        expect(await readList(reader, several, {}).source.count()).toBe(all.length);
      }),
      { numRuns: 10 },
    );
  });

  test('gives the rows between two cursors', async () => {
    const orderBy: OrderTerm[] = [{ field: 'SCORE', direction: 'DESC' }];
    const all = await pageOf({ orderBy, first: 100 });
    const between = await pageOf({ orderBy, first: 100, after: cursorsOf(all)[10], before: cursorsOf(all)[90] });
    expect(pks(between)).toEqual(pks(all).slice(11, 90));
    const lastOnes = await pageOf({ orderBy, last: 5, after: cursorsOf(all)[10], before: cursorsOf(all)[90] });
    expect(pks(lastOnes)).toEqual(pks(all).slice(85, 90));
  });

  test('visits each row that was there once, while rows are being inserted before and after the cursor', async () => {
    const orderBy: OrderTerm[] = [{ field: 'DAY', direction: 'ASC' }];
    const before = await expected(orderBy);
    const seen: number[] = [];
    let cursor: string | undefined;
    for (let next = 1_000; ; next += 2) {
      const page = await pageOf({ orderBy, first: 20, after: cursor });
      seen.push(...pks(page));
      cursor = cursorsOf(page).at(-1);
      if (!page.more.after) break;
      await client.query(`insert into thing values ($1, 'a', '2024-12-31', 1), ($2, 'a', null, null)`, [
        next,
        next + 1,
      ]);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((pk) => pk < 1_000)).toEqual(before);
    await client.query('delete from thing where pk >= 1000');
  });

  test('reads the first rows of many parents in one statement, and their counts in another', async () => {
    const lists = new ListsByParent<Row>(reader, list, { first: 2 }, (key) => [sql`r.parent = ${key}`]);
    const { result, statements } = await recordStatements(() =>
      Promise.all(['a', 'b', 'c', 'nobody'].map(async (key) => pks(await lists.of(key).source.page()))),
    );
    expect(statements).toHaveLength(1);
    for (const [index, parent] of ['a', 'b', 'c'].entries()) {
      const { rows } = await client.query<Row>(
        'select pk from thing where parent = $1 order by day desc nulls last, pk desc limit 2',
        [parent],
      );
      expect(result[index]).toEqual(rows.map(({ pk }) => pk));
    }
    expect(result[3]).toEqual([]);
    const counted = await recordStatements(() =>
      Promise.all(['a', 'nobody'].map((key) => lists.of(key).source.count())),
    );
    expect(counted.result).toEqual([100, 0]);
    expect(counted.statements).toHaveLength(1);
  });
});

describe('what a page says of the rows around it', () => {
  /** On which sides of a page there are rows, and how many statements it took to know. */
  async function sidesOf(args: ListArgs) {
    const { source } = readList(reader, list, args);
    const { rows, more } = await source.page();
    const { result, statements } = await recordStatements(() => source.beyondCursors());
    return {
      rows: rows.length,
      previous: more.before || result.before,
      next: more.after || result.after,
      statements: statements.length,
    };
  }

  /** The same by counting in the list as a whole. */
  function counted(
    all: readonly number[],
    { after, before, first, last }: { after?: number; before?: number; first?: number; last?: number },
  ) {
    const start = after === undefined ? 0 : after + 1;
    const end = before ?? all.length;
    const size = Math.max(0, end - start);
    const taken = Math.min(first ?? last ?? 20, size);
    // An empty range lies at its cursor.
    const from = last === undefined ? start : Math.max(start, end) - taken;
    return {
      rows: taken,
      previous: last === undefined ? start > 0 : from > 0,
      next: last === undefined ? from + taken < all.length : end < all.length,
    };
  }

  test('is true at every cursor, both ways, in every order', async () => {
    await fc.assert(
      fc.asyncProperty(
        orders,
        // `before` lies behind `after`.
        fc.nat(298),
        fc.integer({ min: 1, max: 299 }),
        fc.integer({ min: 0, max: 100 }),
        async (orderBy, one, distance, size) => {
          const all = await expected(orderBy);
          const other = Math.min(299, one + distance);
          const cursorAt = async (index: number) => {
            const page = await pageOf({
              orderBy,
              first: 100,
              after: index < 100 ? undefined : await cursorAt(index - (index % 100) - 1),
            });
            return cursorsOf(page)[index % 100] as string;
          };
          const [after, before] = [await cursorAt(one), await cursorAt(other)];
          const windows = [{ first: size }, { last: size }];
          for (const window of windows) {
            const cursors = [{}, { after: one }, { before: other }, { after: one, before: other }];
            for (const at of cursors) {
              const args = { orderBy, ...window, ...('after' in at && { after }), ...('before' in at && { before }) };
              const { statements, ...sides } = await sidesOf(args);
              expect(sides, JSON.stringify(args)).toEqual(counted(all, { ...window, ...at }));
              expect(statements).toBe('after' in at || 'before' in at ? 1 : 0);
            }
          }
        },
      ),
      { numRuns: 10 },
    );
  });

  test('is true where the row of the cursor is gone, and where all rows beyond it are', async () => {
    await client.query(
      `insert into thing values (2001, 'z', '2030-01-02', 1), (2002, 'z', '2030-01-01', 1), (2003, 'z', '2029-01-01', 1)`,
    );
    const filter = { parent: { eq: 'z' } };
    const [newest = '', middle = '', oldest = ''] = cursorsOf(await pageOf({ filter }));
    const behind = (cursor: string) => sidesOf({ filter, first: 10, after: cursor });
    const ahead = (cursor: string) => sidesOf({ filter, last: 10, before: cursor });
    expect([(await behind(newest)).previous, (await ahead(oldest)).next]).toEqual([true, true]);
    await client.query('delete from thing where pk in (2001, 2003)');
    expect([(await behind(newest)).previous, (await ahead(oldest)).next]).toEqual([false, false]);
    expect([(await behind(oldest)).previous, (await ahead(newest)).next]).toEqual([true, true]);
    await client.query('delete from thing where pk = 2002');
    expect([(await behind(middle)).previous, (await ahead(middle)).next]).toEqual([false, false]);
  });

  test('a page of no rows knows whether there are any', async () => {
    expect(await sidesOf({ first: 0 })).toEqual({ rows: 0, previous: false, next: true, statements: 0 });
    expect(await sidesOf({ last: 0 })).toEqual({ rows: 0, previous: true, next: false, statements: 0 });
    const filter = { parent: { eq: 'nobody' } };
    expect(await sidesOf({ filter, first: 0 })).toEqual({ rows: 0, previous: false, next: false, statements: 0 });
  });

  test('is looked up for all parents in one statement', async () => {
    const [cursor] = cursorsOf(await pageOf({ filter: { parent: { eq: 'b' } }, first: 1 }));
    const lists = new ListsByParent<Row>(reader, list, { first: 2, after: cursor }, (key) => [sql`r.parent = ${key}`]);
    const { result, statements } = await recordStatements(() =>
      Promise.all(['a', 'b', 'nobody'].map((key) => lists.of(key).source.beyondCursors())),
    );
    expect(statements).toHaveLength(1);
    const isAhead = async (parent: string) => {
      const before = await readList(reader, list, {
        filter: { parent: { eq: parent } },
        last: 1,
        before: cursor,
      }).source.page();
      return before.rows.length > 0;
    };
    expect(result).toEqual([
      { before: await isAhead('a'), after: false },
      { before: true, after: false },
      { before: false, after: false },
    ]);
  });
});

describe('bad arguments', () => {
  test.each([
    [{ filter: { day: { withinDays: 2_000_000_000 } } }, 'filter.day.withinDays'],
    [{ filter: { day: { lt: '0000-01-01' } } }, 'filter.day.lt'],
    [{ first: -1 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ last: -1 }, 'last'],
    [{ first: 1, last: 1 }, 'last'],
    [{ after: 'nonsense' }, 'after'],
    [{ before: Buffer.from('["DAY DESC","x"]').toString('base64url') }, 'before'],
    [{ after: Buffer.from('["SCORE ASC",1,"2"]').toString('base64url') }, 'after'],
  ])('%j names %s', async (args, argument) => {
    await expect(async () => pageOf(args)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument } });
  });

  test('a forged cursor is the client’s fault, not ours', async () => {
    const after = Buffer.from('["DAY DESC",1,"2025-13-99"]').toString('base64url');
    await expect(pageOf({ after })).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    const noKey = Buffer.from('["DAY DESC",1e17,null]').toString('base64url');
    await expect(async () => pageOf({ after: noKey })).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test('a key beyond 2^31 is a place like any other, as keys grow beyond it', async () => {
    const late = Buffer.from('["DAY DESC",99999999999,null]').toString('base64url');
    const { rows } = await pageOf({ after: late });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ day }) => day === null)).toBe(true);
  });
});
