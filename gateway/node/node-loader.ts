import DataLoader from 'dataloader';
import { GraphQLError, parse } from 'graphql';
import type { SubgraphExecutor } from '../../kit/execution/subgraph-executor.js';
import type { RequestContext } from '../../kit/request.js';
import { parseGlobalId } from '../../kit/schema/global-id.js';

/** The fields of an object that the gateway needs to fetch the rest from its owner. */
export interface NodeStub {
  readonly __typename: string;
  readonly id: string;
}

/** Finds stubs by id. It asks each owner once for all ids of a request. */
export type NodeLoader = DataLoader<string, NodeStub | null>;

const entities = parse(
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }',
  { noLocation: true },
);

/** Asks the owner of each type which of the ids it knows. The node of an unknown or invisible id is null, and not an empty object. */
export function nodeLoader(
  owners: Readonly<Record<string, string>>,
  executors: Readonly<Record<string, SubgraphExecutor>>,
  context: RequestContext,
): NodeLoader {
  const byOwner = new Map<string, NodeLoader>();

  function loaderOf(owner: string): NodeLoader {
    const known = byOwner.get(owner);
    if (known) return known;
    const loader: NodeLoader = new DataLoader((ids) => askOwner(executors[owner], ids, context), { maxBatchSize: 100 });
    byOwner.set(owner, loader);
    return loader;
  }

  return new DataLoader((ids) =>
    Promise.all(
      ids.map((id) => {
        const owner = ownerOf(id, owners);
        return owner === undefined ? null : loaderOf(owner).load(id).catch(asError);
      }),
    ),
  );
}

async function askOwner(execute: SubgraphExecutor | undefined, ids: readonly string[], context: RequestContext) {
  const stubs = ids.map((id): NodeStub => ({ __typename: parseGlobalId(id)?.type ?? '', id }));
  if (!execute) throw new GraphQLError('The owner of a type is not one of the subgraphs.');
  const { data, errors = [] } = await execute({ document: entities, variables: { representations: stubs }, context });
  const found = data?._entities as readonly unknown[] | null | undefined;
  return stubs.map((stub, index) => {
    if (found?.[index]) return stub;
    const error = errors.find(({ path }) => !found || path?.[1] === index);
    return error ? asError(error) : null;
  });
}

function ownerOf(id: string, owners: Readonly<Record<string, string>>): string | undefined {
  const type = parseGlobalId(id)?.type;
  return type !== undefined && Object.hasOwn(owners, type) ? owners[type] : undefined;
}

/** The same error at a new path: its own path was one in the answer of the owner. */
function asError(error: unknown): Error {
  if (!(error instanceof GraphQLError)) return error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(error.message, { extensions: error.extensions, originalError: error.originalError });
}
