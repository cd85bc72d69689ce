import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server';
import { type GraphQLError, Kind } from 'graphql';
import type { Documents } from './documents.js';
import { formatError } from './format-error.js';
import type { ServedContext } from './graphql-server.js';

/** What Apollo Server executes in the place of a document that may not be: it stops before it gets there. */
const NOTHING = { kind: Kind.DOCUMENT, definitions: [] } as const;

/**
 * Gives Apollo Server documents that are read already, so that it neither parses nor validates: it would do so before anybody could
 * measure what it walks.
 */
export function readsDocuments(documents: Documents): ApolloServerPlugin<ServedContext> {
  return {
    async requestDidStart() {
      let refused: readonly GraphQLError[] | undefined;
      return {
        async didResolveSource(request) {
          const { document = NOTHING, errors } = documents.read(request.source);
          refused = errors;
          Object.assign(request, { document });
        },
        responseForOperation: async () => (refused ? refusal(refused) : null),
      };
    },
  };
}

function refusal(errors: readonly GraphQLError[]): GraphQLResponse {
  return {
    http: { status: 400, headers: new HeaderMap() },
    body: { kind: 'single', singleResult: { errors: errors.map((error) => formatError(error.toJSON())) } },
  };
}
