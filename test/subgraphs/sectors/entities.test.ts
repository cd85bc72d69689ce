import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { globalId } from '../../../kit/schema/global-id.js';
import type { TestSubgraph } from '../../testkit/subgraph.js';
import { openSeededSectors } from './seeded.js';

describe('the entities of sectors', () => {
  let subgraph: TestSubgraph;
  beforeAll(async () => {
    subgraph = await openSeededSectors();
  });
  afterAll(() => subgraph.close());

  const entities = (representations: unknown[], selection: string) =>
    subgraph.query<{ _entities: unknown[] }>(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${selection} } }`,
      { representations },
    );
  const event = (slug: string) => ({ __typename: 'TradeEvent', slug });

  it('are found by every key, in the order asked, with null for what does not exist', async () => {
    const { data, errors } = await entities(
      [
        { __typename: 'Sector', code: 'it' },
        { __typename: 'Sector', code: 'mining' },
        { __typename: 'Sector', id: globalId('Sector', 'railway') },
        { __typename: 'Sector', id: globalId('Company', 'railway') },
        { __typename: 'Programme', code: 'ssw' },
        { __typename: 'Programme', id: globalId('Programme', 'ikusei-shuro') },
        { __typename: 'Statement', id: globalId('Statement', 'ceiling-2024-total') },
        { __typename: 'Source', id: globalId('Source', 'zameen') },
      ],
      `... on Sector { code } ... on Programme { id code } ... on Statement { id value } ... on Source { id publisher }`,
    );
    expect(errors).toBeUndefined();
    expect(data?._entities).toEqual([
      { __typename: 'Sector', code: 'it' },
      null,
      { __typename: 'Sector', code: 'railway' },
      null,
      { __typename: 'Programme', id: globalId('Programme', 'ssw'), code: 'ssw' },
      { __typename: 'Programme', id: globalId('Programme', 'ikusei-shuro'), code: 'ikusei-shuro' },
      { __typename: 'Statement', id: globalId('Statement', 'ceiling-2024-total'), value: '820000' },
      { __typename: 'Source', id: globalId('Source', 'zameen'), publisher: 'zameen.com' },
    ]);
  });

  it('answer a malformed representation with BAD_USER_INPUT for it alone', async () => {
    const { data, errors } = await entities(
      [{ __typename: 'Sector' }, { __typename: 'Planet', code: 'mars' }, { __typename: 'Sector', code: 'it' }],
      '... on Sector { code }',
    );
    expect(data?._entities).toEqual([null, null, { __typename: 'Sector', code: 'it' }]);
    expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
      [['_entities', 0], 'BAD_USER_INPUT'],
      [['_entities', 1], 'BAD_USER_INPUT'],
    ]);
  });

  it('of others carry what is stated about them', async () => {
    const { data, errors } = await entities(
      [event('japan-it-week-2025-spring'), event('no-such-event')],
      `... on TradeEvent { statements {
        predicate operator value unit asOf confidence source { title publisher }
        statedBy { ... on Person { id } ... on Company { slug } } } }`,
    );
    expect(errors).toBeUndefined();
    const [fair, unknown] = data?._entities as { statements: unknown[] }[];
    expect(unknown).toEqual({ __typename: 'TradeEvent', statements: [] });
    expect(fair?.statements[1]).toEqual({
      predicate: 'contract-value',
      operator: 'GT',
      value: '600000',
      unit: 'USD',
      asOf: '2025-05-02',
      confidence: 'REPORTED',
      source: {
        title: 'Report on the Pakistan–Japan Human Resources Stakeholders Meeting',
        publisher: 'bloompakistan.com',
      },
      statedBy: { id: globalId('Person', 'shaza-fatima') },
    });
  });

  it('of others tell who renewed which agreement with whom, at which event, signed by whom, and by how many fields', async () => {
    const { data } = await entities(
      [{ __typename: 'Agreement', id: globalId('Agreement', 'plusw-oec-mou-2025') }],
      '... on Agreement { statements { predicate value locator } }',
    );
    const [agreement] = data?._entities as { statements: unknown[] }[];
    expect(agreement?.statements).toEqual(
      expect.arrayContaining([
        { predicate: 'renewed-between', value: 'PlusW Inc. and Overseas Employment Corporation', locator: 'L2' },
        { predicate: 'signed-at', value: 'hr-stakeholders-meeting-2025', locator: 'L3' },
        { predicate: 'fields-added', value: '14', locator: 'L4' },
        { predicate: 'field-named', value: 'healthcare', locator: 'L5' },
        { predicate: 'signatory', value: 'Naseer Khan Kashani, Managing Director of OEC', locator: 'L7' },
      ]),
    );
  });

  it('of others carry what they stated themselves', async () => {
    const { data } = await entities(
      [
        { __typename: 'Person', id: globalId('Person', 'wakako-sakurai') },
        { __typename: 'Company', slug: 'immigration-services-agency' },
      ],
      `... on Person { statements { predicate } statementsMade { value } }
       ... on Company { about: statements { predicate } made: statementsMade { value } }`,
    );
    expect(data?._entities).toEqual([
      {
        __typename: 'Person',
        statements: [
          { predicate: 'name-as-published' },
          { predicate: 'office' },
          { predicate: 'name-as-published' },
          { predicate: 'name-as-published' },
        ],
        statementsMade: [{ value: '820000' }, { value: '525000' }, { value: '16' }],
      },
      { __typename: 'Company', about: [], made: [{ value: '2026-04-13' }] },
    ]);
  });

  it.each([
    ['TradeEvent', (n: number) => event(`event-${n}`), '... on TradeEvent { statements { value } }'],
    [
      'Company',
      (n: number) => ({ __typename: 'Company', slug: `firm-${n}` }),
      '... on Company { statements { value } }',
    ],
    [
      'Agreement',
      (n: number) => ({ __typename: 'Agreement', id: globalId('Agreement', `agreement-${n}`) }),
      '... on Agreement { statements { value } }',
    ],
    [
      'Person',
      (n: number) => ({ __typename: 'Person', id: globalId('Person', `person-${n}`) }),
      '... on Person { statementsMade { value } }',
    ],
    [
      'Sector',
      (n: number) => ({ __typename: 'Sector', code: n ? `code-${n}` : 'it' }),
      '... on Sector { ceilings { value } }',
    ],
  ])('take one SQL statement a kind for fifty parents of type %s as for one', async (_, representation, selection) => {
    const one = await entities([representation(0)], selection);
    const fifty = await entities(
      Array.from({ length: 50 }, (_, n) => representation(n)),
      selection,
    );
    expect(one.statements.length).toBeGreaterThan(0);
    expect(fifty.statements).toHaveLength(one.statements.length);
  });
});
