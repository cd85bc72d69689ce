import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { ReadCredentials } from '../authentication/credentials.js';
import type { RequestContext } from '../request.js';
import { readJsonBody } from './body.js';
import type { Handler } from './routes.js';

/** Answers GraphQL over HTTP: POST, and GET for queries. */
export function graphqlHandler(server: ApolloServer<RequestContext>, credentialsOf: ReadCredentials): Handler {
  return async ({ request, url, context }) => {
    const credentials = await credentialsOf(request);
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
      context: async () => ({ ...context, ...credentials, purpose: purposeOf(request.headers['x-purpose']) }),
    });
    if (answer.kind === 'chunked') throw new Error('Nothing of ours is delivered incrementally.');
    return { status: status ?? 200, headers: Object.fromEntries(headers), body: answer.string };
  };
}

/** What stands in the read log, so that it is short and in one line. */
function purposeOf(given: string | string[] | undefined): string | undefined {
  const text = String(given ?? '')
    .replace(/[^\x20-\x7e\xa0-\xff]/g, ' ')
    .trim();
  return text ? text.slice(0, 200) : undefined;
}

function headerMap(headers: NodeJS.Dict<string | string[]>): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
