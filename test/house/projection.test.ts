import { type GraphQLSchema, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { FieldReads } from '../../kit/list/projection.js';
import { federatedSchema } from '../../kit/schema/federated-schema.js';
import { personList } from '../../subgraphs/people/person/person.list.js';
import { placementList } from '../../subgraphs/people/placement/placement.list.js';
import { people } from '../../subgraphs/people/subgraph.js';
import { contractList } from '../../subgraphs/trade-events/contract/contract.loaders.js';
import { tradeEvents } from '../../subgraphs/trade-events/subgraph.js';

/** Takes any call and any property, so that a resolver runs to its end without a database. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_, name) => (name === 'then' ? undefined : anything),
  apply: () => anything,
});

/** The properties of its row that a field's resolver reads. */
async function readsOf(schema: GraphQLSchema, typeName: string, fieldName: string): Promise<string[]> {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!field?.resolve) throw new Error(`${typeName}.${fieldName} is not computed`);
  const seen = new Set<string>();
  const row = new Proxy({}, { get: (_, name) => String(seen.add(String(name)).size) });
  const context = { viewer: { role: 'ADMIN' }, loaders: anything, personalData: anything, stats: anything };
  try {
    await field.resolve(row, {}, context, anything as never);
  } catch {
    // What it makes of an answer that is none is not the question.
  }
  return [...seen];
}

const CASES: [string, typeof people, FieldReads | undefined][] = [
  ['Placement', people, placementList.reads],
  ['Person', people, personList.reads],
  ['Contract', tradeEvents, contractList.reads],
];

describe.each(CASES)('a list of %s reads', (typeName, subgraph, reads = {}) => {
  test.each(Object.keys(reads))('all that the field %s takes from its row', async (name) => {
    const { schema } = await federatedSchema(subgraph);
    const read = await readsOf(schema, typeName, name);
    expect(read.length).toBeGreaterThan(0);
    expect(reads[name]).toEqual(expect.arrayContaining(read));
  });
});
