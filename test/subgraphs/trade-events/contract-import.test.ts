import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatProblem } from '../../../kit/import/report.js';
import { contractsImport } from '../../../subgraphs/trade-events/contract/contract.import.js';
import { sheet } from '../../testkit/sheet.js';
import type { TestSubgraph } from '../../testkit/subgraph.js';
import { CONTRACTS, EVENTS, load, openPavilion } from './pavilion.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openPavilion();
});
afterAll(() => subgraph?.close());

const lead = { reference: 'N/1', event: 'fair-2024', exhibitor: 'lahore-soft', state: 'LEAD' };
const signed = {
  ...lead,
  state: 'SIGNED',
  reported_value: '10',
  currency: 'USD',
  signed_on: '2024-05-01',
  evidence: 'contract.pdf',
};

async function found(reference: string) {
  const [row] = await subgraph.sql(
    `select state, reported_value, realised_value, months_to_signature,
       (select json_agg(json_build_array(number, amount::text, paid, imported) order by number) from trade_events.milestone where contract_pk = c.pk) as milestones
     from trade_events.contract c where reference = $1`,
    [reference],
  );
  return row;
}

beforeEach(() => subgraph.sql(`delete from trade_events.contract where reference like 'N/%'`));

test('the same sheet again changes nothing', async () => {
  expect(await load(subgraph, 'contracts', CONTRACTS)).toMatchObject({ inserted: 0, updated: 0, unchanged: 10 });
  expect(await load(subgraph, 'events', EVENTS)).toMatchObject({ inserted: 0, updated: 0, unchanged: 4 });
});

describe('a row is refused', () => {
  const refused: [string, Record<string, string>, string, string][] = [
    ['signed without a day', { ...signed, signed_on: '' }, 'signed_on', 'must not be empty in state SIGNED'],
    [
      'completed without a value',
      { ...signed, state: 'COMPLETED', reported_value: '' },
      'reported_value',
      'must not be empty in state COMPLETED',
    ],
    ['signed without a currency', { ...signed, currency: '' }, 'currency', 'must not be empty beside an amount'],
    ['signed without evidence', { ...signed, evidence: '' }, 'evidence', 'must not be empty in state SIGNED'],
    [
      'an amount without a currency',
      { ...lead, reported_value: '5' },
      'currency',
      'must not be empty beside an amount',
    ],
    [
      'yen with decimals',
      { ...lead, reported_value: '5.5', currency: 'JPY' },
      'reported_value',
      'must have no decimals in JPY',
    ],
    [
      'dollars with three decimals',
      { ...signed, realised_value: '5.555' },
      'realised_value',
      'must have at most 2 decimals in USD',
    ],
    [
      'separators',
      { ...lead, reported_value: '5,000', currency: 'JPY' },
      'reported_value',
      'must be an amount in digits',
    ],
    [
      'an evidenced value without evidence',
      { ...lead, evidenced_value: '5', currency: 'USD' },
      'evidenced_value',
      'must be empty where no evidence',
    ],
    ['a lead with a signature', { ...lead, signed_on: '2024-05-01' }, 'signed_on', 'must be empty in state LEAD'],
    ['signed in the future', { ...signed, signed_on: '2099-01-01' }, 'signed_on', 'must not be after today ('],
    ['a lead in the future', { ...lead, lead_on: '2099-01-01' }, 'lead_on', 'must not be after today ('],
    [
      'signed before the lead',
      { ...signed, lead_on: '2024-05-02' },
      'signed_on',
      'must not be before lead_on (2024-05-02)',
    ],
    ['an unknown state', { ...lead, state: 'SIGNDE' }, 'state', 'did you mean SIGNED'],
    ['an unknown event', { ...lead, event: 'nowhere' }, 'event', 'must be the slug of an event'],
    ['an unknown exhibitor', { ...lead, exhibitor: 'nobody' }, 'exhibitor', 'must be the slug of a company that'],
    ['an unknown buyer', { ...lead, buyer: 'nobody' }, 'buyer', 'must be the slug of a company that'],
    ['an unknown sector', { ...lead, sector: 'nothing' }, 'sector', 'must be the code of a sector that'],
    ['a prefecture that is none', { ...lead, buyer_prefecture: 'JP-48' }, 'buyer_prefecture', 'JP-01 to JP-47'],
  ];
  test.each(refused)('%s', async (_, row, column, message) => {
    const { problems } = await load(subgraph, 'contracts', [{ ...lead, reference: 'N/0' }, row]);
    expect(problems).toMatchObject([{ line: 2, column, message: expect.stringContaining(message) }]);
    expect(await found('N/0')).toBeUndefined();
  });
});

describe('a state', () => {
  test('may skip steps of a legal path', async () => {
    await load(subgraph, 'contracts', [lead]);
    const report = await load(subgraph, 'contracts', [{ ...signed, state: 'COMPLETED' }]);
    expect(report).toMatchObject({ problemCount: 0, updated: 1 });
    expect(await found('N/1')).toMatchObject({ state: 'COMPLETED', months_to_signature: 1 });
  });

  test.each([
    ['SIGNED', 'CANCELLED'],
    ['SIGNED', 'LOI_MOU'],
    ['COMPLETED', 'TERMINATED'],
  ])('cannot go from %s to %s', async (from, to) => {
    await load(subgraph, 'contracts', [{ ...signed, state: from }]);
    const { problems } = await load(subgraph, 'contracts', [{ ...signed, state: to }]);
    expect(problems).toMatchObject([
      { line: 1, column: 'state', value: to, message: expect.stringContaining(`cannot follow ${from}`) },
    ]);
    expect(await found('N/1')).toMatchObject({ state: from });
  });
});

describe('a sheet of a few columns', () => {
  const importing = (...lines: string[]) => load(subgraph, 'contracts', sheet(contractsImport, ...lines));

  test('keeps the others, and the milestone of the realised value', async () => {
    await load(subgraph, 'contracts', [{ ...signed, realised_value: '4.50' }]);
    const before = await found('N/1');
    expect(await importing('reference,service_category', 'N/1,CLOUD')).toMatchObject({ updated: 1 });
    expect(await found('N/1')).toEqual(before);
  });

  test('is held against what the hub holds', async () => {
    await load(subgraph, 'contracts', [lead]);
    const { problems } = await importing('reference,state', 'N/1,COMPLETED');
    expect(problems.map(({ column, message }) => [column, message])).toEqual(
      ['signed_on', 'reported_value', 'evidence'].map((column) => [
        column,
        `must not be empty in state COMPLETED, which a contract reaches by signature (the hub holds no ${column})`,
      ]),
    );
    await load(subgraph, 'contracts', [signed]);
    expect(await importing('reference,state', 'N/1,COMPLETED')).toMatchObject({ problemCount: 0, updated: 1 });
  });
});

describe('what is unlikely', () => {
  const warnings = async (...rows: Record<string, string>[]) => {
    const report = await load(subgraph, 'contracts', rows);
    expect(report.problems).toEqual([]);
    return report.warnings.map(formatProblem);
  };

  test('is a warning beside the values of a row, and loads', async () => {
    expect(
      await warnings(
        { ...signed, reference: 'N/1', evidenced_value: '9', realised_value: '9.01' },
        { ...signed, reference: 'N/2', evidenced_value: '10.01' },
        { ...signed, reference: 'N/3', realised_value: '11' },
        { ...lead, reference: 'N/4', reported_value: '5', realised_value: '1', currency: 'USD' },
        { ...signed, reference: 'N/5', evidenced_value: '10', realised_value: '10' },
      ),
    ).toEqual([
      'line 1, column realised_value: "9.01" is above evidenced_value (9)',
      'line 2, column evidenced_value: "10.01" is above reported_value (10)',
      'line 3, column realised_value: "11" is above reported_value (10)',
      'line 4, column realised_value: "1" is paid in state LEAD, before the contract is signed',
    ]);
    expect(await found('N/1')).toMatchObject({ realised_value: '9.01' });
  });

  test.each([
    ['event', 'fair-2024', 'fair-2025'],
    ['exhibitor', 'lahore-soft', 'karachi-cloud'],
    ['currency', 'USD', 'JPY'],
  ])('is another %s of a contract with evidence', async (column, before, after) => {
    await load(subgraph, 'contracts', [signed, { ...lead, reference: 'N/2' }]);
    expect(await warnings({ ...signed, [column]: after }, { ...lead, reference: 'N/2', [column]: after })).toEqual([
      `line 1, column ${column}: "${after}" replaces ${before}, and the hub holds evidence for this contract (contract.pdf)`,
    ]);
    expect(await warnings({ ...signed, [column]: after })).toEqual([]);
  });
});

describe('the realised value', () => {
  test('is one imported milestone, which follows the sheet', async () => {
    await load(subgraph, 'contracts', [{ ...signed, realised_value: '4.50' }]);
    expect(await found('N/1')).toMatchObject({ realised_value: '4.50', milestones: [[0, '4.50', true, true]] });
    const changed = await load(subgraph, 'contracts', [{ ...signed, realised_value: '6' }]);
    expect(changed).toMatchObject({ updated: 1 });
    expect(await found('N/1')).toMatchObject({ realised_value: '6', milestones: [[0, '6', true, true]] });
    await load(subgraph, 'contracts', [signed], { emptiesValues: true });
    expect(await found('N/1')).toMatchObject({ realised_value: null, milestones: null });
  });
});

test('the months to a signature are those begun, by counting them one by one', async () => {
  const days = [
    '2024-04-25',
    '2024-04-26',
    '2024-04-27',
    '2024-05-26',
    '2024-05-27',
    '2024-12-31',
    '2025-02-28',
    '2025-04-26',
    '2025-04-27',
  ];
  await load(
    subgraph,
    'contracts',
    days.map((signed_on, index) => ({ ...signed, reference: `N/${index}`, signed_on })),
  );
  const rows = await subgraph.sql<{ months: number; counted: number }>(
    `select c.months_to_signature as months,
       (select min(m)::integer from generate_series(0, 40) m where c.signed_on <= e.ends_on + m * interval '1 month') as counted
     from trade_events.contract c join trade_events.trade_event e on e.slug = c.event_slug where reference like 'N/%' order by signed_on`,
  );
  expect(rows.map(({ months }) => months)).toEqual([0, 0, 1, 1, 2, 9, 11, 12, 13]);
  expect(rows.map(({ months }) => months)).toEqual(rows.map(({ counted }) => counted));
});

test('the months follow the days of the event', async () => {
  await load(subgraph, 'contracts', [signed]);
  const moved = EVENTS.map((event) => (event.slug === 'fair-2024' ? { ...event, ends_on: '2024-05-01' } : event));
  await load(subgraph, 'events', moved);
  expect(await found('N/1')).toMatchObject({ months_to_signature: 0 });
  await load(subgraph, 'events', EVENTS);
  expect(await found('N/1')).toMatchObject({ months_to_signature: 1 });
});

test('marks say that rows are made up', async () => {
  await load(subgraph, 'contracts', [lead], { marks: { synthetic: true } });
  const { data } = await subgraph.query('{ contract(reference: "N/1") { synthetic } }');
  expect(data).toEqual({ contract: { synthetic: true } });
});
