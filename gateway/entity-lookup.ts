import { type DocumentNode, parse } from 'graphql';
import { OperatorError } from '../kit/errors.js';
import type { SubgraphExecutor } from '../kit/execution/subgraph-executor.js';
import type { EntityLookup } from '../kit/import/reference.js';
import { runRequest } from '../kit/request.js';
import { PUBLIC } from '../kit/viewer.js';

/** Asks the owner of a type, through `_entities`, which of these keys it knows. The imports use it. */
export function entityLookup(
  ownerOf: Readonly<Record<string, string>>,
  executors: Readonly<Record<string, SubgraphExecutor>>,
): EntityLookup {
  return async (typeName, keyField, keys, fields) => {
    const owner = ownerOf[typeName];
    const execute = owner ? executors[owner] : undefined;
    if (!execute) throw new Error(`no subgraph owns ${typeName}`);
    const representations = keys.map((key) => ({ __typename: typeName, [keyField]: key }));
    const { data, errors } = await runRequest({ requestId: `lookup-${typeName}`, viewer: PUBLIC }, (context) =>
      execute({ document: entitiesQuery(typeName, fields), variables: { representations }, context }),
    );
    if (errors?.length || !data) {
      throw new OperatorError(`the subgraph ${owner} does not answer: ${errors?.[0]?.message ?? 'no data'}`);
    }
    return data._entities as (Record<string, unknown> | null)[];
  };
}

const documents = new Map<string, DocumentNode>();

function entitiesQuery(typeName: string, fields: string): DocumentNode {
  const text = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { __typename ... on ${typeName} { ${fields || '__typename'} } }
  }`;
  const known = documents.get(text) ?? parse(text);
  documents.set(text, known);
  return known;
}
