import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectFile } from '../../kit/project.js';
import { openTestHub, type TestHub } from '../testkit/hub.js';

const api = buildSchema(readFileSync(projectFile('schema', 'api.graphql'), 'utf8'));

let hub: TestHub;
let keys: Record<string, string>;
beforeAll(async () => {
  hub = await openTestHub('in process', { placements: 300, seed: 5 });
  const [row] = await hub.sql<{ reference: string; company: string; contract: string }>(`
    select (select placement_pk from people.placement_event order by pk desc limit 1)::text as pk,
      (select reference from people.placement where state = 'EMPLOYED' limit 1) as reference,
      (select accepting_company from people.placement where state = 'EMPLOYED' limit 1) as company,
      (select reference from trade_events.contract where realised_value is not null limit 1) as contract`);
  keys = {
    company: `(slug: "${row?.company}")`,
    placement: `(reference: "${row?.reference}")`,
    contract: `(reference: "${row?.contract}")`,
    tradeEvent: '(slug: "japan-it-week-2025-spring")',
    sector: '(code: "nursing-care")',
    agreement: `(id: "${Buffer.from('Agreement:plusw-oec-mou-2025').toString('base64url')}")`,
    person: `(id: "${Buffer.from('Person:shaza-fatima').toString('base64url')}")`,
  };
});
afterAll(() => hub.close());

/** The shortest way from the root to each type: what stands before and after a selection on it. */
function ways(): Map<string, [string, string]> {
  const found = new Map<string, [string, string]>([['Query', ['{', '}']]]);
  for (const [name, [before, after]] of found) {
    for (const field of Object.values((api.getType(name) as GraphQLObjectType).getFields())) {
      const type = getNamedType(field.type);
      const call = callOf(name, field);
      if (call && isObjectType(type) && !found.has(type.name))
        found.set(type.name, [`${before} ${call} {`, `} ${after}`]);
    }
  }
  return found;
}

/** The field with the arguments that it cannot do without; undefined where the test has none for it. */
function callOf(typeName: string, { name, args }: GraphQLField<unknown, unknown>): string | undefined {
  const given = typeName === 'Query' ? keys[name] : undefined;
  if (given) return name + given;
  return args.some(isRequiredArgument) ? undefined : name;
}

const NEEDS_AN_ID = ['Query.node', 'Query.nodes'];

test('every field of the API answers, with its own leaves', async () => {
  const untouched: string[] = [];
  const failed: string[] = [];
  const reached = ways();
  const objects = Object.values(api.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  for (const type of objects as GraphQLObjectType[]) {
    const way = reached.get(type.name);
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const call = callOf(type.name, field);
      if (!way || !call) {
        untouched.push(coordinate);
        continue;
      }
      const query = `${way[0]} ${call}${leavesOf(field)} ${way[1]}`;
      const response = await fetch(hub.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.adminToken}` },
        body: JSON.stringify({ query }),
      });
      const { errors } = (await response.json()) as { errors?: { message: string }[] };
      if (errors) failed.push(`${coordinate}: ${errors[0]?.message} ${query}`);
    }
  }
  expect(failed).toEqual([]);
  expect(untouched).toEqual(NEEDS_AN_ID);
});

function leavesOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (!isObjectType(type)) return ' { __typename }';
  const leaves = Object.values(type.getFields()).filter(
    ({ type: leaf, args }) => isLeafType(getNamedType(leaf)) && !args.some(isRequiredArgument),
  );
  return ` { __typename ${leaves.map(({ name }) => name).join(' ')} }`;
}
