import { buildSchema, execute, getOperationAST, parse } from 'graphql';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { composeSupergraph } from '../../../gateway/compose.js';
import { Gateway } from '../../../gateway/gateway.js';
import type { SubgraphExecutor } from '../../../kit/execution/subgraph-executor.js';
import { PUBLIC } from '../../../kit/viewer.js';

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@override", "@shareable"]
)
`;

const SDL = {
  old: 'type Query { x: Int y: Int }',
  new: `type Query {
    x: Int @override(from: "old", label: "percent(30)")
    y: Int @override(from: "old", label: "percent(70)")
  }`,
};

const schema = buildSchema('type Query { x: Int y: Int }');

afterEach(() => vi.restoreAllMocks());

describe('@override(label: "percent(n)")', () => {
  it('moves a field for its share of the requests', async () => {
    const supergraphSdl = composeSupergraph(
      Object.entries(SDL).map(([name, sdl]) => ({ name, url: `http://${name}`, sdl: LINK + sdl })),
    );
    const answering =
      (value: number): SubgraphExecutor =>
      async ({ document }) =>
        execute({ schema, document, rootValue: { x: value, y: value } });
    const executors = { old: answering(0), new: answering(1) };
    const gateway = new Gateway({ supergraphSdl, executors, log: pino({ level: 'silent' }) });
    const document = parse('{ x y }');
    const ask = async (roll: number) => {
      vi.spyOn(Math, 'random').mockReturnValue(roll / 100);
      const { data } = await gateway.execute(
        document,
        getOperationAST(document) as never,
        {},
        {
          requestId: 'r',
          viewer: PUBLIC,
        },
      );
      return { ...data };
    };
    expect(await ask(0)).toEqual({ x: 1, y: 1 });
    expect(await ask(29.9)).toEqual({ x: 1, y: 1 });
    expect(await ask(30)).toEqual({ x: 0, y: 1 });
    expect(await ask(69)).toEqual({ x: 0, y: 1 });
    expect(await ask(70)).toEqual({ x: 0, y: 0 });
    expect(await ask(10)).toEqual({ x: 1, y: 1 });
  });
});
