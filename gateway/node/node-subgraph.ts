import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import type { SubgraphExecutor } from '../../kit/execution/subgraph-executor.js';
import { limitExceeded } from '../../kit/limits/limit-exceeded.js';
import type { RequestContext } from '../../kit/request.js';
import { type NodeLoader, nodeLoader } from './node-loader.js';
import { nodeSdl } from './node-sdl.js';

/** The port on which `node` listens if it is served alone. */
export const NODE_PORT = 4005;

export interface NodeSubgraphOptions {
  /** The subgraph that owns each entity type that implements Node. */
  owners: Readonly<Record<string, string>>;
}

/** The generated subgraph that answers `node` and `nodes`. */
export interface NodeSubgraph {
  readonly name: 'node';
  readonly sdl: string;
  readonly schema: GraphQLSchema;
  createContext(request: RequestContext): NodeContext;
}

export interface NodeContext {
  readonly nodes: NodeLoader;
}

const MAX_IDS = 100;

/**
 * Makes the subgraph `node`, which owns nothing and asks the owners.
 * @param executors the owners' executors; read with each request, so you can fill it later
 */
export function nodeSubgraph(
  { owners }: NodeSubgraphOptions,
  executors: Readonly<Record<string, SubgraphExecutor>>,
): NodeSubgraph {
  const sdl = nodeSdl(Object.keys(owners));
  return {
    name: 'node',
    sdl,
    schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolversOf(Object.keys(owners)) }]),
    createContext: (request) => ({ nodes: nodeLoader(owners, executors, request) }),
  };
}

function resolversOf(typeNames: readonly string[]) {
  // A stub has only its key, so its representation is already the entity.
  const __resolveReference = (stub: object) => ({ ...stub });
  return {
    Query: {
      node: (_: unknown, { id }: { id: string }, { nodes }: NodeContext) => nodes.load(id),
      nodes: (_: unknown, { ids }: { ids: string[] }, { nodes }: NodeContext) => {
        if (ids.length > MAX_IDS)
          throw limitExceeded(`ids: at most ${MAX_IDS} at once (there are ${ids.length})`, 'ids');
        return nodes.loadMany(ids);
      },
    },
    ...Object.fromEntries(typeNames.map((name) => [name, { __resolveReference }])),
  };
}
