import { afterAll, beforeAll, expect, test } from 'vitest';
import { told } from '../testkit/changes.js';
import { openTestHub, type TestHub } from '../testkit/hub.js';
import { recordStatements } from '../testkit/statements.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub('in process');
  await hub.sql(`insert into trade_events.trade_event (slug, kind, dates_confidence)
    select 'fair-' || n, 'EXHIBITION', 'REPORTED' from generate_series(1, 3) n`);
  await hub.sql(`insert into trade_events.contract (reference, event_slug, exhibitor_slug, state)
    select 'C-' || n, 'fair-' || n, 'firm', 'SIGNED' from generate_series(1, 3) n`);
  await hub.sql(`insert into people.person (reference, family_name, synthetic) values ('worker', 'Tester', true)`);
  await hub.sql(`insert into people.placement (reference, person_pk, sector_code, state, synthetic)
    select 'P-' || n, (select pk from people.person where reference = 'worker'), 'agriculture', 'EMPLOYED', true from generate_series(1, 3) n`);
});
afterAll(() => hub.close());

/** What a question's answer is, and how many statements it takes. */
async function ask(query: string): Promise<[unknown, number]> {
  const { result, statements } = await recordStatements(() => hub.client.request<unknown>(query));
  return [result, statements.length];
}

test('what is kept of some rows does not split what is read below all of them', async () => {
  const question = `{ contracts(filter: { event: { in: ["fair-1", "fair-2", "fair-3"] } }) {
    nodes { event { slug contracts(first: 1) { nodes { reference } } } } } }`;
  await hub.sql('update trade_events.trade_event set slug = slug');
  await told();
  const [cold, statements] = await ask(question);
  expect(statements).toBe(3);
  await hub.sql('update trade_events.trade_event set slug = slug');
  await told();
  await ask('{ tradeEvent(slug: "fair-1") { name } }');
  expect(await ask(question)).toEqual([cold, 3]);
  expect(await ask(question)).toEqual([cold, 2]);
});

test('a list of placements reads whom they are about in the same statement', async () => {
  const [data, statements] = await ask('{ placements { nodes { reference person { familyName } } } }');
  expect(data).toMatchObject({ placements: { nodes: [{ person: { familyName: 'Tester' } }, {}, {}] } });
  expect(statements).toBe(1);
});

test('rows that are looked up at once are read in one statement, whatever is asked of each', async () => {
  const [data, statements] = await ask(`{
    a: placement(reference: "P-1") { state }
    b: placement(reference: "P-2") { sector { code } }
    c: placement(reference: "P-3") { person { familyName } }
    d: placement(reference: "P-3") { person { reference } }
  }`);
  expect(data).toEqual({
    a: { state: 'EMPLOYED' },
    b: { sector: { code: 'agriculture' } },
    c: { person: { familyName: 'Tester' } },
    d: { person: { reference: 'worker' } },
  });
  expect(statements).toBe(1);
});

test('a list asked for twice with other selections shows each its own', async () => {
  const [data] = await ask(`{
    a: placements(first: 1) { nodes { state } }
    b: placements(first: 1) { nodes { person { name } } pageInfo { endCursor } }
    c: placements(first: 1) { edges { cursor node { reference } } }
    d: placements(first: 1) { edges { node { state } } } d: placements(first: 1) { pageInfo { endCursor } edges { node { reference } } }
  }`);
  const { b, c, d } = data as Record<string, { pageInfo: object; edges: { cursor: string }[] }>;
  expect(data).toMatchObject({
    a: { nodes: [{ state: 'EMPLOYED' }] },
    b: { nodes: [{ person: { name: 'Tester' } }] },
    c: { edges: [{ node: { reference: 'P-3' } }] },
    d: { edges: [{ node: { state: 'EMPLOYED', reference: 'P-3' } }] },
  });
  expect(b?.pageInfo).toEqual({ endCursor: c?.edges[0]?.cursor });
  expect(d?.pageInfo).toEqual(b?.pageInfo);
});

test('what a sector uses of its ceiling is read once, wherever the sector stands', async () => {
  const use = 'ceilingUse { employed ceiling }';
  const { id } = (await hub.client.request<{ sector: { id: string } }>('{ sector(code: "agriculture") { id } }'))
    .sector;
  const [direct] = await ask(`{ sector(code: "agriculture") { ${use} } }`);
  const { ceilingUse } = (direct as { sector: { ceilingUse: { ceiling: number } } }).sector;
  expect(ceilingUse.ceiling).toBeGreaterThan(0);

  const forget = async () => {
    await hub.sql('update people.placement set state = state');
    await told();
  };
  await forget();
  const [node, forNode] = await ask(`{ node(id: "${id}") { ... on Sector { ${use} } } }`);
  expect(node).toEqual({ node: { ceilingUse } });
  await forget();
  const [below, forBelow] = await ask(
    `{ sector(code: "agriculture") { ${use} placements { nodes { sector { ${use} } } } placementStats(groupBy: [SECTOR]) { sector { ${use} } } } }`,
  );
  const sector = { ceilingUse };
  expect(below).toEqual({
    sector: { ceilingUse, placements: { nodes: [{ sector }, { sector }, { sector }] }, placementStats: [{ sector }] },
  });
  expect([forNode, forBelow]).toEqual([1, 3]);
});
