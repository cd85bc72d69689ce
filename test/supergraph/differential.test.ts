import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType, parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TokenRole } from '../../kit/authentication/claims.js';
import { projectFile } from '../../kit/project.js';
import { openTestHub, type TestHub } from '../testkit/hub.js';
import { firstDifference, whole, withoutIndexes } from './differential/compare.js';
import { diceOf } from './differential/dice.js';
import { DIFFERENCES, knownDifference, told } from './differential/differences.js';
import { type Answer, type Gateway, gatewayAt, hiveGateway } from './differential/gateways.js';
import { type Keys, keysOf } from './differential/keys.js';
import { type Asked, OperationWriter } from './differential/operation.js';

const api = buildSchema(readFileSync(projectFile('schema', 'api.graphql'), 'utf8'));

/** Who asks, and the seed of what they ask. */
interface Asker {
  readonly name: string;
  readonly role: TokenRole | 'public';
  readonly company?: string;
  readonly seed: number;
}
const ASKERS: readonly Asker[] = [
  { name: 'the public', role: 'public', seed: 1 },
  { name: 'a partner that sends', role: 'partner', company: 'sample-sending-001', seed: 2 },
  { name: 'a ministry', role: 'ministry', seed: 3 },
  { name: 'an admin', role: 'admin', seed: 4 },
];
/**
 * How many operations of each. A change of the API deals others: what then differs is a fault of ours, or belongs in differences.ts.
 */
const EACH = 110;
/** Operations of each that all three have to answer alike; the others meet a known difference, or the hub's ceiling. */
const LEAST_COMPARED = 90;

let hub: TestHub;
let keys: Keys;
let inProcess: Gateway;
let overHttp: Gateway;
let other: Gateway;
beforeAll(async () => {
  hub = await openTestHub('over HTTP', { placements: 300, seed: 11 });
  keys = await keysOf(hub, api);
  inProcess = gatewayAt(hub.inProcessUrl);
  overHttp = gatewayAt(hub.url);
  other = hiveGateway(hub);
});
afterAll(() => hub.close());

const operationsOf = (seed: number) => diceOf(EACH, seed).map((dice) => new OperationWriter(api, dice, keys).write());

describe.each(ASKERS)('asked by $name', ({ name, role, company, seed }) => {
  test('generated operations are answered alike in process, over HTTP and by another planner', async () => {
    const headers: Record<string, string> =
      role === 'public' ? {} : { authorization: `Bearer ${await hub.tokenFor(role, company)}` };
    const differing: string[] = [];
    let compared = 0;
    for (const asked of operationsOf(seed)) {
      const document = parse(asked.query);
      expect(validate(api, document), asked.query).toEqual([]);
      const [one, two, three] = await Promise.all([inProcess, overHttp, other].map((ask) => ask(asked, headers)));
      if (!one || !two || !three) throw new Error('A gateway did not answer');
      const tell = (between: string, difference: string) =>
        differing.push(
          `${between}, asked by ${name}, ${difference}\n${asked.query}\n${JSON.stringify(asked.variables)}`,
        );
      const ours = firstDifference(one, two, whole);
      if (ours) tell('in process and over HTTP', ours);
      if (one.errors?.some(({ extensions }) => extensions?.code === 'INTERNAL'))
        tell('in process', 'an INTERNAL error');
      if (isTooLarge(one) || knownDifference(document, three)) continue;
      compared += 1;
      const theirs = firstDifference(one, three, withoutIndexes);
      if (theirs) tell('the hub and the other planner', theirs);
    }
    expect(differing.join('\n\n')).toBe('');
    expect(compared).toBeGreaterThanOrEqual(LEAST_COMPARED);
  });
});

test('the generated operations ask nearly every field, and all that GraphQL has to ask with', () => {
  const operations = ASKERS.flatMap(({ seed }) => operationsOf(seed));
  const asked = new Set(operations.flatMap(coordinatesOf));
  const fields = Object.values(api.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !/^(__|PersonRead)/.test(type.name)
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  );
  expect(fields.filter((field) => !asked.has(field)).length).toBeLessThan(fields.length / 20);
  const written = operations.map(({ query }) => query).join('\n');
  for (const part of [
    '@skip',
    '@include',
    'fragment F',
    '... on Node',
    ': Boolean!',
    'Int = ',
    '__typename',
    'ids: ',
  ]) {
    expect(written).toContain(part);
  }
});

test.each(DIFFERENCES)('the other planner $says', async ({ query, hub: expected, other: otherwise }) => {
  const asked = { query, variables: {} };
  expect(told(await inProcess(asked, {}))).toEqual(expected);
  expect(told(await overHttp(asked, {}))).toEqual(expected);
  expect(told(await other(asked, {}))).toEqual(otherwise);
});

/** Whether the hub refused an operation for the size of its answer; the other planner has no such ceiling. */
function isTooLarge({ errors = [] }: Answer): boolean {
  return errors.some(({ message }) => /^The answer may hold .* values, and the ceiling is/.test(message));
}

function coordinatesOf({ query }: Asked): string[] {
  const types = new TypeInfo(api);
  const found: string[] = [];
  const Field = () => {
    found.push(`${types.getParentType()?.name}.${types.getFieldDef()?.name}`);
  };
  visit(parse(query), visitWithTypeInfo(types, { Field }));
  return found;
}
