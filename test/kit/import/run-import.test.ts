import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { OperatorError } from '../../../kit/errors.js';
import { csvRows } from '../../../kit/import/csv-rows.js';
import type { ImportRecord } from '../../../kit/import/definition.js';
import type { EntityLookup } from '../../../kit/import/reference.js';
import { formatProblem, formatReport } from '../../../kit/import/report.js';
import { type RowSource, rowsOf } from '../../../kit/import/rows.js';
import { type ImportOptions, runImport } from '../../../kit/import/run-import.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';
import { TOY_TABLES, workers } from './toy-import.js';

type Worker = ImportRecord<typeof workers>;

const NADIA: Worker = {
  reference: 'OEC-1',
  office: 'ISB',
  employer: 'sakura-care',
  partners: 'sakura-care|plusw',
  tests: 'nursing-care@2025-03-01|it@2025-04-01',
  state: 'EMPLOYED',
  names: 'نادیہ "N" \\N, a\tb\r\nナディア',
  number: '7000012050002',
  passport: 'AB1234567',
  cnic: '3520212345671',
  email: 'nadia@example.com',
  phone: '+92 300 1234567',
  website: 'https://example.com/',
  country: 'PK',
  prefecture: 'JP-13',
  salary: '210000',
  currency: 'JPY',
  age: '27',
  born_on: '1998-02-28',
  left_on: '2025-12-31',
  languages: 'Urdu|Japanese, spoken|"quoted" \\ one',
};

const COMPANIES = new Map([
  ['sakura-care', { slug: 'sakura-care', country: 'JP' }],
  ['plusw', { slug: 'plusw', country: 'JP' }],
  ['oec', { slug: 'oec', country: 'PK' }],
]);

describe('an import', () => {
  let database: FreshDatabase;
  let client: pg.Client;
  let asked: { typeName: string; keys: string[]; fields: string }[];

  const lookup: EntityLookup = async (typeName, _keyField, keys, fields) => {
    asked.push({ typeName, keys, fields });
    return keys.map((key) =>
      typeName === 'Company' ? (COMPANIES.get(key) ?? null) : /^(it|nursing-care)$/.test(key) ? { code: key } : null,
    );
  };
  const load = (source: RowSource, options: Partial<ImportOptions> = {}) =>
    runImport(workers, source, { databaseUrl: database.ownerUrl, lookup, ...options });
  const loadRows = (records: Iterable<Worker>, options?: Partial<ImportOptions>) =>
    load(rowsOf(workers, records), options);
  const stored = async (sql: string) => (await client.query({ text: sql, rowMode: 'array' })).rows;

  beforeAll(async () => {
    database = await freshDatabase();
    client = new pg.Client(database.ownerUrl);
    await client.connect();
    await client.query(TOY_TABLES);
  });

  beforeEach(async () => {
    asked = [];
    await client.query('truncate toy.worker cascade');
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('stores every type of cell as it is meant', async () => {
    const report = await loadRows([NADIA, { reference: 'OEC-2', state: 'NEW' }], { marks: { synthetic: true } });
    expect(report).toEqual({
      kind: 'workers',
      dryRun: false,
      emptiesValues: false,
      read: 2,
      inserted: 2,
      updated: 0,
      unchanged: 0,
      problems: [],
      problemCount: 0,
      warnings: [],
      warningCount: 0,
      changes: { rowCount: 0, rows: [], columns: [], emptied: 0, emptiedRows: [] },
    });
    const { rows } = await client.query('select *, born_on::text, left_on::text from toy.worker order by reference');
    const { languages: _, ...nadia } = NADIA;
    expect(rows[0]).toMatchObject({
      ...nadia,
      partners: ['sakura-care', 'plusw'],
      tests: ['nursing-care@2025-03-01', 'it@2025-04-01'],
      cnic: '35202-1234567-1',
      phone: '+923001234567',
      age: 27,
      synthetic: true,
    });
    expect(rows[1]).toMatchObject({
      reference: 'OEC-2',
      office: null,
      partners: null,
      salary: null,
      born_on: null,
      names: null,
    });
    expect(await stored(`select name from toy.language order by name collate "C"`)).toEqual([
      ['"quoted" \\ one'],
      ['Japanese, spoken'],
      ['Urdu'],
    ]);
  });

  it('changes nothing the second time, and says so', async () => {
    await loadRows([NADIA]);
    const before = await stored('select w.*, w.xmin from toy.worker w');
    const report = await loadRows([NADIA]);
    expect(report).toMatchObject({ read: 1, inserted: 0, updated: 0, unchanged: 1 });
    expect(formatReport(report)).toBe(
      'workers: 1 row read: nothing changed, the hub already holds every one as it is here.',
    );
    expect(await stored('select w.*, w.xmin from toy.worker w')).toEqual(before);
  });

  it('updates by the key what differs, in the row or in what hangs on it', async () => {
    const others = ['A', 'B', 'C'].map((reference) => ({ reference, state: 'NEW', languages: 'Urdu|Japanese' }));
    await loadRows(others);
    const changed = [
      { ...others[0], state: 'TRAINED', languages: 'Urdu' },
      { ...others[1], languages: 'English|Urdu|Japanese' },
      others[2],
      { reference: 'D', state: 'NEW', languages: 'Urdu' },
    ] as Worker[];
    const report = await loadRows(changed);
    expect(report).toMatchObject({ read: 4, inserted: 1, updated: 2, unchanged: 1 });
    expect(formatReport(report)).toMatch(/^workers: 4 rows read: 1 inserted, 2 updated, 1 unchanged\.\n/);
    expect(
      await stored(`select w.reference, w.state, w.updated_at is not null, string_agg(l.name, ' ' order by l.name)
        from toy.worker w join toy.language l on l.worker = w.id group by w.id order by 1`),
    ).toEqual([
      ['A', 'TRAINED', true, 'Urdu'],
      ['B', 'NEW', false, 'English Japanese Urdu'],
      ['C', 'NEW', false, 'Japanese Urdu'],
      ['D', 'NEW', false, 'Urdu'],
    ]);
  });

  it('reports every bad row with line, column, value and what would be right, in the order of the file, and loads nothing', async () => {
    await loadRows([{ reference: 'GONE-1', state: 'GONE' }]);
    const names = Object.keys(workers.columns);
    const line = (worker: Worker) =>
      names.map((name) => `"${(worker[name as keyof Worker] ?? '').replaceAll('"', '""')}"`).join(',');
    const good = { ...NADIA, names: 'two\nlines' };
    const sheet = [
      names.join(','),
      line(good), // lines 2 and 3
      line({ ...good, reference: 'OEC-2', born_on: '31/12/2025', salary: '210,000' }),
      line({ ...good, reference: 'OEC-1', names: '' }).replace('"OEC-1"', '" OEC-1 "'),
      'too,short',
      line({ reference: 'OEC-3', state: 'EMPLOYD', office: 'LHE', names: 'x' }),
      line({
        reference: 'OEC-4',
        state: 'NEW',
        employer: 'oec',
        partners: 'plusw|nobody',
        tests: 'it@2025-01-01|mining@2025-01-01',
      }),
      line({
        reference: 'OEC-5',
        state: 'NEW',
        left_on: '1990-01-01',
        born_on: '1998-01-01',
        salary: '1.5',
        currency: 'JPY',
      }),
      line({ reference: 'GONE-1', state: 'NEW' }),
      line({ state: 'NEW' }),
    ].join('\n');
    const stream = (async function* () {
      yield Buffer.from(sheet);
    })();
    const report = await load({ batches: csvRows(stream, workers) });
    expect(report.problems.map(formatProblem)).toEqual([
      'line 4, column salary: "210,000" must be an amount in digits such as 1250000 or 1250.50, without separators or currency signs',
      'line 4, column born_on: "31/12/2025" must be an ISO 8601 date such as 2025-12-31; did you mean 2025-12-31?',
      'line 6, column reference: "OEC-1" repeats the key of line 2',
      'line 7: has 2 cells where there are 21 columns: an empty cell needs its comma, too',
      'line 8, column state: "EMPLOYD" must be one of NEW, TRAINED, EMPLOYED, GONE; did you mean EMPLOYED?',
      'line 8, column office: "LHE" must be the code of an office that the hub knows',
      'line 9, column employer: "oec" must be a company in Japan',
      'line 9, column partners: "nobody" must be the slug of a company that the hub knows',
      'line 9, column tests: "mining" must be the code of a sector that the hub knows',
      'line 10, column left_on: "1990-01-01" must not be before born_on (1998-01-01)',
      'line 10, column salary: "1.5" must have no decimals in JPY',
      'line 11, column state: "NEW" cannot follow GONE',
      `line 12, column reference: must not be empty: ${workers.columns.reference.cell.expects}`,
    ]);
    expect(report).toMatchObject({ read: 9, inserted: 0, updated: 0, unchanged: 0, problemCount: 13 });
    expect(await stored('select reference from toy.worker')).toEqual([['GONE-1']]);
  });

  it('shows a hundred problems of all checks by line, and counts the others', async () => {
    const bad = Array.from({ length: 3_000 }, (_, index) => ({
      reference: `R-${3_000 - index}`,
      state: index % 2 ? 'NEW' : 'OLD',
      ...(index % 2 && { office: 'LHE' }),
    }));
    const report = await loadRows(bad);
    expect(report.problemCount).toBe(3_000);
    expect(report.problems.map(({ line }) => line)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(report.problems.slice(0, 2).map(({ column }) => column)).toEqual(['state', 'office']);
    expect(formatReport(report)).toMatch(
      /^workers: nothing was loaded: 3,000 problems in 3,000 rows\.\n(.*\n){100}and 2,900 more$/,
    );
  });

  it.each([
    ['side by side', ['A', 'A']],
    ['far apart', ['B', 'C', 'A', 'D', 'B']],
    ['in a falling order', ['C', 'B', 'A', 'C']],
  ])('finds a key that stands there twice %s', async (_, references) => {
    const report = await loadRows(references.map((reference) => ({ reference, state: 'NEW' })));
    expect(report.problems).toEqual([
      { line: references.length, column: 'reference', value: references.at(-1), message: 'repeats the key of line 1' },
    ]);
  });

  it('tries a file without loading it', async () => {
    const report = await loadRows([NADIA], { dryRun: true });
    expect(report).toMatchObject({ dryRun: true, read: 1, inserted: 1 });
    expect(formatReport(report)).toBe(
      'workers: 1 row read; a dry run, nothing was loaded; it would be 1 inserted, 0 updated, 0 unchanged.',
    );
    expect(await stored('select count(*)::int from toy.worker')).toEqual([[0]]);
  });

  it('takes a file of no rows', async () => {
    expect(formatReport(await loadRows([]))).toBe('workers: 0 rows read: nothing to load.');
  });

  it('asks another subgraph for each value once, a thousand at a time, however many there are', async () => {
    const many = Array.from({ length: 12_000 }, (_, index) => ({
      reference: `R${index}`,
      state: 'NEW',
      employer: `firm-${index}`,
    }));
    const report = await loadRows([...many, { reference: 'S', state: 'NEW', employer: 'plusw', partners: 'plusw' }]);
    expect(report.problemCount).toBe(12_000);
    const companies = asked.filter(({ typeName, fields }) => typeName === 'Company' && fields === 'slug country');
    expect(Math.max(...companies.map(({ keys }) => keys.length))).toBe(1_000);
    expect(companies.flatMap(({ keys }) => keys).toSorted()).toEqual(
      [...many.map(({ employer }) => employer), 'plusw'].toSorted(),
    );
    asked = [];
    await loadRows(
      Array.from({ length: 5_000 }, (_, index) => ({ reference: `T${index}`, state: 'NEW', employer: 'plusw' })),
    );
    expect(asked).toEqual([{ typeName: 'Company', keys: ['plusw'], fields: 'slug country' }]);
  });

  it('says in one line what the database refuses, and loads nothing', async () => {
    const refused = {
      ...workers,
      merge: async (file: Parameters<typeof workers.merge>[0]) => {
        const counts = await workers.merge(file);
        await file.transaction.query(`insert into toy.exclusive select 'one' from generate_series(1, 2)`);
        return counts;
      },
    };
    for (const dryRun of [false, true]) {
      const attempt = runImport(refused, rowsOf(workers, [NADIA]), { databaseUrl: database.ownerUrl, lookup, dryRun });
      await expect(attempt).rejects.toThrow(OperatorError);
      await expect(attempt).rejects.toThrow(
        /^workers: the database refused it, nothing was loaded: duplicate key .*one.*already exists/,
      );
    }
    expect(await stored('select count(*)::int from toy.worker')).toEqual([[0]]);
  });

  it('says in one line that the database is not there', async () => {
    const attempt = loadRows([NADIA], { databaseUrl: 'postgres://nobody:secret@127.0.0.1:9/none' });
    await expect(attempt).rejects.toThrow(
      /^workers: the connection to the database failed, nothing was loaded: .*ECONNREFUSED/,
    );
    await expect(attempt).rejects.not.toThrow(/secret/);
  });

  it('loads nothing when it is stopped, or when its source fails halfway', async () => {
    const stop = new AbortController();
    const endless = (function* () {
      for (let index = 0; ; index += 1) yield { reference: `R${index}`, state: 'NEW' };
    })();
    const stopped = loadRows(endless, { signal: stop.signal, onProgress: ({ rows }) => rows > 5_000 && stop.abort() });
    await expect(stopped).rejects.toThrow('workers: the import was stopped, nothing was loaded');

    const broken = (function* () {
      for (let index = 0; index < 5_000; index += 1) yield { reference: `R${index}`, state: 'NEW' };
      throw new RangeError('the generator broke');
    })();
    await expect(loadRows(broken)).rejects.toThrow(RangeError);
    expect(await stored('select count(*)::int from toy.worker')).toEqual([[0]]);
    // The server has seen within a second or two that nobody is there, and let go.
    await vi.waitFor(
      async () =>
        expect(
          await stored(`select 1 from pg_stat_activity where application_name = 'corridor-hub import workers'`),
        ).toEqual([]),
      5_000,
    );
  });

  it('stops while the database is at work, too', async () => {
    const stop = new AbortController();
    const slow = {
      ...workers,
      merge: async ({ transaction }: Parameters<typeof workers.merge>[0]) => {
        setTimeout(50).then(() => stop.abort());
        await transaction.query('select pg_sleep(30)');
        return { inserted: 0, updated: 0, unchanged: 0 };
      },
    };
    const attempt = runImport(slow, rowsOf(workers, [NADIA]), {
      databaseUrl: database.ownerUrl,
      lookup,
      signal: stop.signal,
    });
    await expect(attempt).rejects.toThrow('workers: the import was stopped, nothing was loaded');
  });

  it('waits for another import of the same kind', async () => {
    const rows = (state: string, order: number) => {
      const all = Array.from({ length: 2_000 }, (_, index) => ({
        reference: `R${index}`,
        state,
        names: String(order),
      }));
      return order % 2 ? all : all.toReversed();
    };
    const reports = await Promise.all([1, 2, 3, 4].map((order) => loadRows(rows('NEW', order))));
    expect(reports.map(({ inserted, updated }) => [inserted, updated]).toSorted((a, b) => b[0]! - a[0]!)).toEqual([
      [2_000, 0],
      [0, 2_000],
      [0, 2_000],
      [0, 2_000],
    ]);
  });

  it('tells how far it is', async () => {
    const seen: string[] = [];
    await loadRows(
      Array.from({ length: 2_500 }, (_, index) => ({ reference: `R${index}`, state: 'NEW' })),
      { onProgress: ({ phase, rows }) => seen.push(`${phase} ${rows}`) },
    );
    expect(seen).toEqual(['reading 1000', 'reading 2000', 'reading 2500', 'checking 2500', 'merging 2500']);
  });
});
