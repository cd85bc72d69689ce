import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Choice } from '../../../kit/import/choices.js';
import type { ImportRecord } from '../../../kit/import/definition.js';
import { formatProblem } from '../../../kit/import/report.js';
import { rowsOf } from '../../../kit/import/rows.js';
import { runImport } from '../../../kit/import/run-import.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';
import { recordStatements } from '../../testkit/statements.js';
import { TOY_TABLES, workers } from './toy-import.js';

type Worker = ImportRecord<typeof workers>;

const NAMES: Readonly<Record<string, readonly Choice[]>> = {
  Company: [
    { key: 'sakura-care', names: ['Sakura Care K.K.', '株式会社さくらケア'] },
    ...Array.from({ length: 30 }, (_, index) => ({ key: `firm-${index}`, names: [] })),
  ],
  Sector: [
    { key: 'it', names: ['Information technology', '情報技術'] },
    { key: 'nursing-care', names: ['Nursing care', '介護'] },
  ],
};

describe('a reference that nothing has', () => {
  let database: FreshDatabase;
  let asked: string[];

  const load = (records: Worker[]) =>
    runImport(
      workers,
      rowsOf(
        workers,
        records.map((record, index) => ({ reference: `R-${index}`, state: 'NEW', ...record })),
      ),
      {
        databaseUrl: database.ownerUrl,
        lookup: async (_, __, keys) => keys.map(() => null),
        names: async (typeName) => {
          asked.push(typeName);
          return NAMES[typeName];
        },
      },
    );

  beforeAll(async () => {
    database = await freshDatabase();
    const client = new pg.Client(database.ownerUrl);
    await client.connect();
    await client.query(TOY_TABLES);
    await client.end();
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => database.drop());

  it('is answered with what is called so, whether it is a slug or not', async () => {
    const { problems } = await load([
      { employer: 'Sakura Care Ltd.', tests: 'Nursing Care@2025-03-01' },
      { employer: 'sakura-caer', tests: 'it@2025-03-01|information-technology@2025-03-01' },
      { employer: 'nobody', partners: 'firm-1|㈱さくらケア' },
      { tests: 'mining@2025-03-01' },
    ]);
    const slug = 'must be a slug of lower-case letters, digits and single hyphens such as japan-it-week-2025-spring';
    const care = 'did you mean sakura-care (Sakura Care K.K.)?';
    const expected = [
      `line 1, column employer: "Sakura Care Ltd." ${slug}; ${care}`,
      'line 1, column tests: "Nursing Care@2025-03-01" item "Nursing Care@2025-03-01" must be a sector and the day such as ' +
        'nursing-care@2025-03-01; did you mean nursing-care?',
      `line 2, column employer: "sakura-caer" must be the slug of a company that the hub knows; ${care}`,
      'line 2, column tests: "it" must be the code of a sector that the hub knows',
      'line 2, column tests: "information-technology" must be the code of a sector that the hub knows; did you mean it (Information technology)?',
      `line 3, column partners: "firm-1|㈱さくらケア" item "㈱さくらケア" ${slug}; ${care}`,
      'line 3, column employer: "nobody" must be the slug of a company that the hub knows',
      'line 4, column tests: "mining" must be the code of a sector that the hub knows; the hub knows it, nursing-care',
    ];
    expect(problems.map(formatProblem).toSorted()).toEqual(expected.toSorted());
    expect(problems[0]).not.toHaveProperty('sought');
    expect(asked).toEqual(['Company', 'Sector']);
  });

  it('of an own table is found by its letters and digits alone', async () => {
    const { problems } = await load([{ office: 'i.s.b' }, { office: 'LHE' }]);
    expect(problems.map(({ message }) => message)).toEqual([
      'must be the code of an office that the hub knows; did you mean ISB?',
      'must be the code of an office that the hub knows',
    ]);
  });

  it('is not suggested anything where it is known and wrong for another reason', async () => {
    const report = await runImport(
      workers,
      rowsOf(workers, [{ reference: 'R', state: 'NEW', employer: 'sakura-care' }]),
      {
        databaseUrl: database.ownerUrl,
        lookup: async (_, __, keys) => keys.map((slug) => ({ slug, country: 'PK' })),
        names: async (typeName) => NAMES[typeName],
      },
    );
    expect(report.problems.map(({ message }) => message)).toEqual(['must be a company in Japan']);
  });

  it('costs no more where a hundred thousand rows have one', async () => {
    const wrong = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ employer: `Sakura Care ${index}`, office: `I-S-B ${index}` }));
    const few = await recordStatements(() => load(wrong(100)));
    asked = [];
    const many = await recordStatements(() => load(wrong(100_000)));
    expect(many.result.problemCount).toBe(200_000);
    expect(many.result.problems).toHaveLength(100);
    expect(many.statements).toHaveLength(few.statements.length);
    expect(asked).toEqual(['Company']);
  });

  it('is refused as before where nobody can be asked for names', async () => {
    const report = await runImport(workers, rowsOf(workers, [{ reference: 'R', state: 'NEW', employer: 'sakura' }]), {
      databaseUrl: database.ownerUrl,
      lookup: async (_, __, keys) => keys.map(() => null),
    });
    expect(report.problems.map(({ message }) => message)).toEqual(['must be the slug of a company that the hub knows']);
  });
});
