import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { RequestContext } from '../request.js';
import { readJsonBody } from './body.js';
import type { Handler } from './routes.js';

/** Answers GraphQL over HTTP: POST, and GET for queries. */
export function graphqlHandler(server: ApolloServer<RequestContext>): Handler {
  return async ({ request, url, context }) => {
    const body = request.method === 'POST' ? await readJsonBody(request) : undefined;
    const {
      status,
      headers,
      body: answer,
    } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: headerMap(request.headers),
        search: url.search,
        body,
      },
      context: async () => context,
    });
    if (answer.kind === 'chunked') throw new Error('Nothing of ours is delivered incrementally.');
    return { status: status ?? 200, headers: Object.fromEntries(headers), body: answer.string };
  };
}

function headerMap(headers: NodeJS.Dict<string | string[]>): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
