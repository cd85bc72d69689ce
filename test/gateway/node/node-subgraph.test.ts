import { GraphQLError, Kind, parse, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { nodeSdl } from '../../../gateway/node/node-sdl.js';
import type { SubgraphExecutor } from '../../../kit/execution/subgraph-executor.js';
import { globalId } from '../../../kit/schema/global-id.js';
import { toyGraph } from '../toy/graph.js';

const plusw = globalId('Company', 'plusw');
const oec = globalId('Company', 'oec');

describe('node', () => {
  it.each([
    ['unknown', globalId('Company', 'nobody')],
    ['of a type that is none', globalId('Nothing', 'plusw')],
    ['of a type that every object has', globalId('constructor', 'plusw')],
    ['malformed', 'plusw'],
    ['empty', ''],
  ])('is null for an id that is %s', async (_, id) => {
    expect(await toyGraph().ask('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ data: { node: null } });
  });

  it('asks the owner once for all ids of a request', async () => {
    const { ask, calls } = toyGraph();
    const query =
      'query ($a: ID!, $ids: [ID!]!) { node(id: $a) { id } more: nodes(ids: $ids) { id } again: node(id: $a) { id } }';
    const ids = [oec, 'x', plusw, globalId('Company', 'no')];
    expect(await ask(query, { a: plusw, ids })).toEqual({
      data: { node: { id: plusw }, more: [{ id: oec }, null, { id: plusw }, null], again: { id: plusw } },
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatch(/^companies .*_entities/s);
  });

  it('passes on why the owner does not answer, at the place of each id', async () => {
    const down: SubgraphExecutor = async () => ({
      errors: [new GraphQLError('down', { extensions: { code: 'UNAVAILABLE' } })],
    });
    const { ask } = toyGraph({}, { companies: down });
    const { data, errors } = await ask('query ($ids: [ID!]!) { n: nodes(ids: $ids) { id } }', {
      ids: [plusw, 'x', oec],
    });
    expect(data).toEqual({ n: [null, null, null] });
    expect(errors).toMatchObject([
      { path: ['n', 0], extensions: { code: 'UNAVAILABLE' } },
      { path: ['n', 2], extensions: { code: 'UNAVAILABLE' } },
    ]);
  });

  it('takes a hundred ids and no more', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const { ask } = toyGraph();
    expect((await ask(query, { ids: new Array(100).fill(plusw) })).errors).toBeUndefined();
    const { data, errors } = await ask(query, { ids: new Array(101).fill(plusw) });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['nodes'], extensions: { code: 'LIMIT_EXCEEDED' } }]);
  });

  it('describes every field and argument, and leaves the types to their owners', () => {
    const undescribed: string[] = [];
    visit(parse(nodeSdl(['Company', 'Person'])), {
      enter(node) {
        const isDescribable = node.kind === Kind.FIELD_DEFINITION || node.kind === Kind.INPUT_VALUE_DEFINITION;
        if ((isDescribable || node.kind === Kind.INTERFACE_TYPE_DEFINITION) && !node.description)
          undescribed.push(node.name.value);
      },
    });
    expect(undescribed).toEqual([]);
  });
});
