import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestSubgraph } from '../../testkit/subgraph.js';
import { openSeededSectors } from './seeded.js';

interface Sector {
  code: string;
  sswField: boolean;
  ceilings: { value: number; from: string; until: string; decidedOn: string; superseded: boolean }[];
}

describe('sectors', () => {
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
  const codes = async (filter: string) => {
    const { sectors } = await ask<{ sectors: { code: string }[] }>(`{ sectors(filter: ${filter}) { code } }`);
    return sectors.map(({ code }) => code);
  };

  it('are the 16 SSW fields and, last, information technology', async () => {
    const { sectors } = await ask<{ sectors: Sector[] }>('{ sectors { code sswField } }');
    expect(sectors).toHaveLength(17);
    expect(sectors[0]?.code).toBe('nursing-care');
    expect(sectors.filter(({ sswField }) => !sswField)).toEqual([{ code: 'it', sswField: false }]);
    expect(sectors.at(-1)?.code).toBe('it');
  });

  it('have ceilings that sum to exactly 820,000 for the fiscal years 2024 to 2028', async () => {
    const { sectors } = await ask<{ sectors: Sector[] }>(
      '{ sectors { code sswField ceilings { value from until decidedOn superseded } } }',
    );
    const ceilings = sectors.flatMap((sector) => sector.ceilings);
    expect(ceilings).toHaveLength(16);
    expect(ceilings.reduce((sum, { value }) => sum + value, 0)).toBe(820_000);
    for (const { from, until, decidedOn, superseded } of ceilings) {
      expect({ from, until, decidedOn, superseded }).toEqual({
        from: '2024-04-01',
        until: '2029-03-31',
        decidedOn: '2024-03-29',
        superseded: false,
      });
    }
    expect(sectors.find(({ code }) => code === 'it')?.ceilings).toEqual([]);
  });

  it('answer for a field with its names, ministry, intake and the statement behind its ceiling', async () => {
    const { sector } = await ask<{ sector: unknown }>(`{
      sector(code: "food-service") {
        name nameJa: name(language: JA) nameUr: name(language: UR) ssw2 ministry ministryConfidence
        intake { status since confidence statement { predicate source { publisher } } }
        ceilings { value statement { value note statedBy { ... on Company { slug } } source { publishedOn } } }
      }
    }`);
    expect(sector).toEqual({
      name: 'Food service',
      nameJa: '外食業',
      nameUr: 'Food service',
      ssw2: true,
      ministry: 'MAFF',
      ministryConfidence: 'REPORTED',
      intake: {
        status: 'SUSPENDED',
        since: '2026-04-13',
        confidence: 'UNVERIFIED',
        statement: {
          predicate: 'coe-issuance-suspended-from',
          source: { publisher: 'Immigration Services Agency of Japan' },
        },
      },
      ceilings: [
        {
          value: 53_000,
          statement: {
            value: '53000',
            note: expect.stringContaining('does not know'),
            statedBy: { slug: 'cabinet-of-japan' },
            source: { publishedOn: '2024-03-29' },
          },
        },
      ],
    });
  });

  it('leave empty what information technology does not have', async () => {
    const { sector } = await ask<{ sector: unknown }>(
      '{ sector(code: "it") { ssw2 ministry ministryConfidence intake { status since confidence } } }',
    );
    expect(sector).toEqual({
      ssw2: null,
      ministry: null,
      ministryConfidence: null,
      intake: { status: 'NOT_SSW', since: null, confidence: 'INFERRED' },
    });
  });

  it.each([
    ['{ sswField: { eq: false } }', ['it']],
    ['{ intakeStatus: { eq: SUSPENDED } }', ['food-service']],
    ['{ ministry: { eq: MHLW } }', ['nursing-care', 'building-cleaning']],
    ['{ ssw2: { eq: false } }', ['nursing-care', 'automobile-transport', 'railway', 'forestry', 'wood-products']],
    ['{ name: { contains: "木材" } }', ['wood-products']],
    ['{ or: [{ code: { eq: "railway" } }, { not: { sswField: { eq: true } } }] }', ['railway', 'it']],
    ['{ ministry: { isNull: true } }', ['it']],
  ])('filtered by %s are %j', async (filter, expected) => {
    expect(await codes(filter)).toEqual(expected);
  });

  it('give null for a code that does not exist', async () => {
    expect(await ask('{ sector(code: "mining") { code } }')).toEqual({ sector: null });
  });

  it('take one statement of SQL for each kind of thing, whatever the number of sectors', async () => {
    const document = (filter: string) => `{ sectors(filter: ${filter}) {
      ceilings { value superseded statement { source { title } } } intake { statement { value } } statements { value }
    } }`;
    const one = await subgraph.query(document('{ code: { eq: "food-service" } }'));
    const all = await subgraph.query(document('{}'));
    expect(one.statements.length).toBeGreaterThan(0);
    expect(all.statements).toHaveLength(one.statements.length);
  });
});
