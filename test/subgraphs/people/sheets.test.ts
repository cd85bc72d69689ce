import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ImportDefinition } from '../../../kit/import/definition.js';
import { formatProblem, formatReport } from '../../../kit/import/report.js';
import { type ImportOptions, runImport } from '../../../kit/import/run-import.js';
import { peopleImport } from '../../../subgraphs/people/person/person.import.js';
import { placementsImport } from '../../../subgraphs/people/placement/placement.import.js';
import { placementEventsImport } from '../../../subgraphs/people/placement/placement-event.import.js';
import { people } from '../../../subgraphs/people/subgraph.js';
import { sheet } from '../../testkit/sheet.js';
import { openTestSubgraph, type TestSubgraph } from '../../testkit/subgraph.js';
import { load, PEOPLE, PLACEMENTS, worldLookup } from '../../testkit/world.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(people);
  await loadWorld();
});

/** The world of the tests, without what a test before has loaded. */
async function loadWorld() {
  await subgraph.sql('truncate people.person cascade');
  await load(subgraph.ownerUrl, peopleImport, PEOPLE);
  await load(subgraph.ownerUrl, placementsImport, PLACEMENTS);
}
afterAll(() => subgraph?.close());

/** Loads a sheet, given line by line. */
async function importing(definition: ImportDefinition, lines: readonly string[], options?: Partial<ImportOptions>) {
  const report = await runImport(definition, sheet(definition, ...lines), {
    databaseUrl: subgraph.ownerUrl,
    lookup: worldLookup,
    ...options,
  });
  return {
    ...report,
    text: formatReport(report),
    problemLines: report.problems.map(formatProblem),
    warningLines: report.warnings.map(formatProblem),
  };
}

const ahead = new Date(Date.now() + 48 * 3_600_000).toISOString().slice(0, 10);
const allOf = (table: string) =>
  subgraph.sql<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from people.${table} t order by pk`);

describe("a partner's sheet of a few columns", () => {
  beforeEach(loadWorld);

  test('changes these columns of a placement and nothing else, neither its history nor its state', async () => {
    await importing(placementEventsImport, [
      'placement,state,occurred_on,document',
      'P-1,EXTENDED,2025-12-01,Residence card',
    ]);
    const [placements, events] = [await allOf('placement'), await allOf('placement_event')];
    const report = await importing(placementsImport, [
      'reference,salary_jpy_month,residence_until,occupation,prefecture',
      'P-1,195000,2027-12-20,5321,JP-23',
      'P-3,180000,,,',
    ]);
    expect(report.text.split('\n')).toEqual([
      'placements: 2 rows read: 0 inserted, 1 updated, 1 unchanged.',
      'line 2, P-1: salary_jpy_month "190000" → "195000", residence_until "2026-12-20" → "2027-12-20"',
    ]);
    const [first, ...others] = placements;
    const changed = { salary_jpy_month: 195000, residence_until: '2027-12-20' };
    expect(await allOf('placement')).toEqual([{ row: { ...first?.row, ...changed } }, ...others]);
    expect(await allOf('placement_event')).toEqual(events);
  });

  test('changes a placement of which no sheet has told the state', async () => {
    await subgraph.sql(`update people.placement set sheet_state = null`);
    expect(await importing(placementsImport, ['reference,occupation', 'P-3,9411'])).toMatchObject({ updated: 1 });
    expect(await subgraph.sql(`select state, occupation from people.placement where reference = 'P-3'`)).toEqual([
      { state: 'RETURNED', occupation: '9411' },
    ]);
  });

  test('moves a placement on by its state alone', async () => {
    const report = await importing(placementsImport, ['reference,state,coe_issued_on', 'P-2,COE_ISSUED,2026-10-01']);
    expect(report.text).toContain(
      'line 2, P-2: state "COE_APPLIED" → "COE_ISSUED", coe_issued_on unknown → "2026-10-01"',
    );
    expect(
      await subgraph.sql(`select state, state_since::text, sector_code from people.placement where reference = 'P-2'`),
    ).toEqual([{ state: 'COE_ISSUED', state_since: '2026-10-01', sector_code: 'nursing-care' }]);
  });

  test('keeps the tests of a person whose sheet has none', async () => {
    const before = await allOf('skills_test');
    expect(await importing(peopleImport, ['reference,family_name', 'KM-2,Khan Bahadur'])).toMatchObject({ updated: 1 });
    expect(await allOf('skills_test')).toEqual(before);
  });

  test('keeps the documents of a history, and an empty cell empties one with leave', async () => {
    const documents = () =>
      subgraph.sql(`select e.state, e.document from people.placement_event e join people.placement p on p.pk = e.placement_pk
        where p.reference = 'P-1' order by e.position`);
    const step = 'P-1,EXTENDED,2025-12-01';
    await importing(placementEventsImport, ['placement,state,occurred_on,document', `${step},Residence card`]);
    const before = await documents();
    expect(before).toContainEqual({ state: 'EXTENDED', document: 'Residence card' });
    await importing(placementEventsImport, ['placement,state,occurred_on', step]);
    expect(await documents()).toEqual(before);
    const emptying = ['placement,state,occurred_on,document', `${step},`];
    expect((await importing(placementEventsImport, emptying)).text).toContain(
      'It would empty 1 value that the hub holds: document 1.',
    );
    expect(await documents()).toEqual(before);
    await importing(placementEventsImport, emptying, { emptiesValues: true });
    expect(await documents()).toContainEqual({ state: 'EXTENDED', document: null });
  });

  test('has what a new placement needs, or is refused for each column that is missing', async () => {
    const { problemLines } = await importing(placementsImport, ['reference,state', 'P-1,EMPLOYED', 'P-9,REGISTERED']);
    expect(problemLines).toEqual([
      'line 3, column person: must be in the sheet: P-9 is new to the hub, and a new row needs it',
      'line 3, column sector: must be in the sheet: P-9 is new to the hub, and a new row needs it',
    ]);
  });
});

test('a sheet with eighteen empty columns empties nothing unless it is told to', async () => {
  await loadWorld();
  const columns = Object.keys(placementsImport.columns);
  const empty = `P-1,KM-3,nursing-care,EMPLOYED${','.repeat(18)}`;
  const order = ['reference', 'person', 'sector', 'state'];
  const header = [...order, ...columns.filter((column) => !order.includes(column))].join(',');
  const before = await allOf('placement');
  const report = await importing(placementsImport, [header, empty]);
  expect(report.text).toContain(
    'nothing was loaded, because it would empty values.\nIt would empty 13 values that the hub holds:',
  );
  expect(await allOf('placement')).toEqual(before);
  const tried = await importing(placementsImport, [header, empty], { dryRun: true });
  expect(tried.text.match(/^line 2, P-1: empties /gm)).toHaveLength(13);
  expect(tried.text).toContain('line 2, P-1: empties accepting_company, which is "sakura-care"');
});

describe('what cannot be is refused', () => {
  beforeAll(loadWorld);

  const day = (column: string, value: string): [string, string[], string] => [
    column,
    [`reference,${column}`, `P-1,${value}`],
    `line 2, column ${column}: "${value}" `,
  ];
  test.each([
    ...['registered_on', 'coe_applied_on', 'coe_issued_on', 'started_on', 'ended_on'].map((column) =>
      day(column, ahead),
    ),
  ])('a %s in the future', async (_, lines, place) => {
    const { problemLines } = await importing(placementsImport, lines);
    expect(problemLines[0]).toContain(`${place}must not be after today (`);
    expect(problemLines).toHaveLength(1);
  });

  test('a step, a test or a birth in the future', async () => {
    const steps = await importing(placementEventsImport, ['placement,state,occurred_on', `P-1,EXTENDED,${ahead}`]);
    expect(steps.problemLines).toEqual([
      expect.stringContaining(`line 2, column occurred_on: "${ahead}" must not be after today (`),
    ]);
    const persons = await importing(peopleImport, [
      'reference,date_of_birth,jft_basic_on,skills_tests',
      `KM-1,${ahead},${ahead},it@${ahead}`,
    ]);
    expect(persons.problems.map(({ column }) => column)).toEqual(['date_of_birth', 'jft_basic_on', 'skills_tests']);
    expect(persons.problemLines.join()).toMatch(/(must not be after today .*){3}/);
  });

  test('days that expire may lie ahead', async () => {
    const lines = ['reference,coe_expires_on,visa_expires_on,residence_until', `P-1,${ahead},${ahead},${ahead}`];
    expect(await importing(placementsImport, lines, { dryRun: true })).toMatchObject({ problemCount: 0, updated: 1 });
  });

  test.each([
    ['coe_issued_on', '2024-07-31', 'coe_applied_on (2024-08-01)'],
    ['coe_expires_on', '2024-09-14', 'coe_issued_on (2024-09-15)'],
    ['coe_applied_on', '2024-05-31', 'registered_on (2024-06-01)'],
    ['visa_expires_on', '2024-09-14', 'coe_issued_on (2024-09-15)'],
    ['residence_until', '2024-11-30', 'started_on (2024-12-01)'],
    ['ended_on', '2024-11-30', 'started_on (2024-12-01)'],
  ])('a %s of %s, beside what the hub holds', async (column, value, earlier) => {
    const { problemLines } = await importing(placementsImport, [`reference,${column}`, `P-1,${value}`]);
    expect(problemLines).toContainEqual(
      expect.stringContaining(`line 2, column ${column}: "${value}" must not be before ${earlier}`),
    );
    const onTheDay = [`reference,${column}`, `P-1,${earlier.slice(-11, -1)}`];
    expect(await importing(placementsImport, onTheDay, { dryRun: true })).toMatchObject({ problemCount: 0 });
  });

  test('one passport number or CNIC of two people, in the sheet and beside the hub', async () => {
    const { problemLines, text } = await importing(peopleImport, [
      'reference,passport_number,cnic',
      'N-1,XX0000001,35202-1111111-1',
      'N-2,XX0000001,35202-1111112-1',
      'N-3,AB1234567,3520211111111',
      'KM-4,,42101-7654321-8',
    ]);
    expect(problemLines).toEqual([
      'line 3, column passport_number: "••••0001" must belong to one person: line 2 gives it to N-1',
      'line 4, column passport_number: "••••4567" must belong to one person: the hub holds it for KM-1',
      'line 4, column cnic: "••••11-1" must belong to one person: line 2 gives it to N-1',
      'line 5, column cnic: "••••21-8" must belong to one person: the hub holds it for KM-3',
    ]);
    expect(text).not.toMatch(/AB1234567|XX0000001/);
  });

  test('a number may go from one person to another in one sheet, and stay where it is', async () => {
    const lines = ['reference,passport_number', 'KM-1,CD7654321', 'KM-3,AB1234567'];
    expect(await importing(peopleImport, lines)).toMatchObject({ updated: 2, problemCount: 0 });
    expect(await importing(peopleImport, lines)).toMatchObject({ unchanged: 2, problemCount: 0 });
  });

  test('one COE number of two people, however it is spelt; one person may have it twice', async () => {
    const header = 'reference,person,sector,state,coe_number';
    await importing(placementsImport, ['reference,coe_number', 'P-1,T-YOK 0017']);
    const { problemLines } = await importing(placementsImport, [
      header,
      'N-1,KM-1,nursing-care,REGISTERED,tyok0017',
      'N-2,KM-1,nursing-care,REGISTERED,A-1',
      'N-3,KM-2,nursing-care,REGISTERED,A 1',
      'N-4,KM-3,nursing-care,REGISTERED,T-YOK-0017',
    ]);
    expect(problemLines).toEqual([
      'line 2, column coe_number: "tyok0017" must belong to one person: the hub holds it for KM-3',
      'line 4, column coe_number: "A 1" must belong to one person: line 3 gives it to KM-1',
      'line 5, column coe_number: "T-YOK-0017" must belong to one person: line 2 gives it to KM-1',
    ]);
    const again = [header, 'N-4,KM-3,nursing-care,REGISTERED,T-YOK-0017'];
    expect(await importing(placementsImport, again)).toMatchObject({ inserted: 1, problemCount: 0 });
  });
});

test('what is only unlikely is a warning, and loads', async () => {
  await loadWorld();
  const placements = await importing(placementsImport, [
    'reference,started_on,ended_on',
    'P-1,2024-12-01,2025-06-01',
    'P-2,2026-09-01,',
  ]);
  expect(placements).toMatchObject({ problemCount: 0, updated: 2 });
  expect(placements.warningLines).toEqual([
    'line 2, column ended_on: "2025-06-01" is given in state EMPLOYED',
    'line 3, column started_on: "2026-09-01" is given in state COE_APPLIED',
  ]);
  expect(await importing(placementsImport, ['reference,ended_on', 'P-3,2025-05-01'])).toMatchObject({
    warningCount: 0,
  });
  const young = await importing(peopleImport, ['reference,date_of_birth', 'KM-1,2015-01-01', 'KM-3,1998-11-02']);
  expect(young.warningLines).toEqual(['line 2, column date_of_birth: "2015-01-01" makes the person younger than 18']);
});
