import { type DocumentNode, parse } from 'graphql';
import { OperatorError } from '../kit/errors.js';
import type { SubgraphExecutor } from '../kit/execution/subgraph-executor.js';
import type { Choice } from '../kit/import/choices.js';
import { MOST_NAME_PAGES } from '../kit/import/name-list.js';
import type { NameLookup } from '../kit/import/reference.js';
import { runRequest } from '../kit/request.js';
import type { Subgraph } from '../kit/subgraph.js';
import { PUBLIC } from '../kit/viewer.js';

interface NamedRow {
  readonly key: string;
  readonly en: string | null;
  readonly ja: string | null;
  readonly ur: string | null;
}

interface Page {
  readonly nodes: readonly NamedRow[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** Asks the owner of a type, through its public list, for the names of its rows. The imports use them for suggestions. */
export function nameLookup(
  subgraphs: readonly Pick<Subgraph, 'name' | 'names'>[],
  executors: Readonly<Record<string, SubgraphExecutor>>,
): NameLookup {
  return async (typeName) => {
    const owner = subgraphs.find(({ names }) => names?.[typeName]);
    const execute = owner && executors[owner.name];
    const text = owner?.names?.[typeName];
    if (!execute || !text) return undefined;
    const document = parse(text);
    const choices: Choice[] = [];
    let after: string | null = null;
    for (let page = 0; page < MOST_NAME_PAGES; page += 1) {
      const { nodes, pageInfo } = await readPage(owner.name, execute, document, after);
      choices.push(...nodes.map(({ key, en, ja, ur }) => ({ key, names: distinct([en, ja, ur]) })));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    return choices;
  };
}

async function readPage(
  owner: string,
  execute: SubgraphExecutor,
  document: DocumentNode,
  after: string | null,
): Promise<Page> {
  const { data, errors } = await runRequest({ requestId: `names-${owner}`, viewer: PUBLIC }, (context) =>
    execute({ document, variables: { after }, context }),
  );
  const list = data?.list as Page | readonly NamedRow[] | null | undefined;
  if (errors?.length || !list) {
    throw new OperatorError(`the subgraph ${owner} does not answer: ${errors?.[0]?.message ?? 'no data'}`);
  }
  return 'nodes' in list ? list : { nodes: list, pageInfo: { endCursor: null, hasNextPage: false } };
}

function distinct(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))];
}
