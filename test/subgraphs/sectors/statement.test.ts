import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { globalId } from '../../../kit/schema/global-id.js';
import type { TestSubgraph } from '../../testkit/subgraph.js';
import { openSeededSectors } from './seeded.js';

interface Page<Node> {
  statements: { totalCount: number; nodes: Node[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
}

describe('statements', () => {
  let subgraph: TestSubgraph;
  beforeAll(async () => {
    subgraph = await openSeededSectors();
  });
  afterAll(() => subgraph.close());

  const ask = async <Data>(document: string, variables?: Record<string, unknown>) => {
    const { data, errors } = await subgraph.query<Data>(document, variables);
    expect(errors).toBeUndefined();
    return data as Data;
  };
  const count = async (filter: string) =>
    (await ask<Page<unknown>>(`{ statements(filter: ${filter}) { totalCount } }`)).statements.totalCount;

  it('tell who stated a number, when, in which source, and what has superseded it', async () => {
    const { statements } = await ask<Page<unknown>>(`{
      statements(filter: { value: { eq: "820000" } }, orderBy: [{ field: AS_OF }]) {
        nodes {
          subject { __typename ... on Programme { code name } }
          predicate operator unit asOf locator confidence
          statedBy { __typename ... on Person { id } ... on Company { slug } }
          source { publisher publishedOn }
          supersededBy { value asOf source { publisher } supersedes { value } }
        }
      }
    }`);
    const subject = { __typename: 'Programme', code: 'ssw', name: 'Specified Skilled Worker' };
    expect(statements.nodes).toEqual([
      {
        subject,
        predicate: 'acceptance-ceiling',
        operator: 'EQ',
        unit: 'people',
        asOf: '2024-03-29',
        locator: null,
        confidence: 'VERIFIED',
        statedBy: { __typename: 'Company', slug: 'cabinet-of-japan' },
        source: { publisher: 'Cabinet of Japan', publishedOn: '2024-03-29' },
        supersededBy: {
          value: '805700',
          asOf: '2026-01-23',
          source: { publisher: 'nippon.com' },
          supersedes: [{ value: '820000' }],
        },
      },
      {
        subject,
        predicate: 'workers-needed',
        operator: 'APPROX',
        unit: 'people',
        asOf: '2025-05-02',
        locator: 'L9',
        confidence: 'REPORTED',
        statedBy: { __typename: 'Person', id: globalId('Person', 'wakako-sakurai') },
        source: { publisher: 'bloompakistan.com', publishedOn: null },
        supersededBy: null,
      },
    ]);
  });

  it.each([
    ['{ superseded: { eq: true } }', 2],
    ['{ subjectType: { eq: SECTOR }, subject: { eq: "nursing-care" } }', 4],
    ['{ predicate: { in: ["ssw1-holders", "ssw2-holders"] } }', 2],
    ['{ confidence: { eq: INFERRED } }', 3],
    ['{ operator: { eq: GT }, unit: { eq: "USD" } }', 2],
    ['{ statedByType: { eq: PERSON }, statedBy: { eq: "shaza-fatima" } }', 2],
    ['{ source: { eq: "isa-03-00176" } }', 1],
    ['{ asOf: { gte: "2026-01-01" }, subjectType: { eq: PROGRAMME } }', 9],
    ['{ subjectType: { eq: AGREEMENT }, not: { source: { eq: "bloompakistan-2025-05" } } }', 3],
  ])('filtered by %s are %i', async (filter, expected) => {
    expect(await count(filter)).toBe(expected);
  });

  it('are paged without a gap, those without a date last', async () => {
    const keys: string[] = [];
    const dates: (string | null)[] = [];
    let after: string | undefined;
    do {
      const { statements } = await ask<Page<{ id: string; asOf: string | null }>>(
        `query ($after: String) { statements(first: 25, after: $after) {
          nodes { id asOf } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      keys.push(...statements.nodes.map(({ id }) => id));
      dates.push(...statements.nodes.map(({ asOf }) => asOf));
      after = statements.pageInfo.hasNextPage ? statements.pageInfo.endCursor : undefined;
    } while (after);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(await count('{}'));
    const dated = dates.filter((date) => date !== null);
    expect(dates.slice(0, dated.length)).toEqual([...dated].sort().reverse());
  });

  it('are about things of every kind', async () => {
    const { statements } = await ask<Page<{ subject: { __typename: string } }>>(
      '{ statements(first: 100, orderBy: [{ field: PREDICATE, direction: DESC }]) { nodes { subject { __typename } } } }',
    );
    const types = new Set(statements.nodes.map(({ subject }) => subject.__typename));
    expect([...types].sort()).toEqual(['Agreement', 'Company', 'Person', 'Programme', 'Sector', 'TradeEvent']);
  });

  it('take the same number of SQL statements for one and for a hundred', async () => {
    const document = (first: number) => `{ statements(first: ${first}, filter: { or: [
        { superseded: { eq: true } }, { subjectType: { in: [SECTOR, PROGRAMME] } }] }, orderBy: [{ field: AS_OF }]) {
      totalCount nodes { subject { ... on Sector { name } ... on Programme { name } } source { title } statedBy { __typename }
        supersededBy { value } supersedes { value } } } }`;
    const few = await subgraph.query(document(20));
    const many = await subgraph.query(document(100));
    expect(few.errors).toBeUndefined();
    expect((few.data as unknown as Page<unknown>).statements.nodes).toHaveLength(20);
    expect((many.data as unknown as Page<unknown>).statements.nodes.length).toBeGreaterThan(40);
    expect(many.statements).toHaveLength(few.statements.length);
  });

  it('name both programmes', async () => {
    const { programmes } = await ask<{ programmes: unknown[] }>(
      '{ programmes { code nameJa: name(language: JA) statements { predicate } } }',
    );
    expect(programmes).toMatchObject([
      { code: 'ssw', nameJa: '特定技能' },
      { code: 'ikusei-shuro', nameJa: '育成就労', statements: expect.arrayContaining([{ predicate: 'starts-on' }]) },
    ]);
  });
});
