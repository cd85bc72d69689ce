import { HeaderMap } from '@apollo/server';
import { LRUCache } from 'lru-cache';
import type { ReadCredentials } from '../authentication/credentials.js';
import type { RequestContext } from '../request.js';
import { readJsonBody } from './body.js';
import type { GraphQLServer } from './graphql-server.js';
import type { Handler } from './routes.js';

/** Answers GraphQL over HTTP: POST, and GET for queries. An operation that was asked before takes the shorter way. */
export function graphqlHandler({ apollo, known, run }: GraphQLServer, credentialsOf: ReadCredentials): Handler {
  /** Which content type Apollo Server chooses for what a client accepts. */
  const contentTypes = new LRUCache<string, string>({ max: 100 });

  return async ({ request, url, context }) => {
    const credentials = await credentialsOf(request);
    const body = request.method === 'POST' ? await readJsonBody(request) : undefined;
    const one: RequestContext = { ...context, ...credentials, purpose: purposeOf(request.headers['x-purpose']) };
    const accept = request.headers.accept ?? '';
    const contentType = contentTypes.get(accept);
    const asked = contentType ? known.find(body) : undefined;
    const result = asked && (await run(asked.document, asked.operation, asked.variables, one));
    if (contentType && result && !result.errors) {
      return { status: 200, headers: { 'content-type': contentType }, body: JSON.stringify(result) };
    }
    const {
      status,
      headers,
      body: answer,
    } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: headerMap(request.headers),
        search: url.search,
        body,
      },
      context: async () => ({ ...one, ...(result && { result }) }),
    });
    if (answer.kind === 'chunked') throw new Error('Nothing of ours is delivered incrementally.');
    const chosen = headers.get('content-type');
    if (chosen && (status ?? 200) === 200) contentTypes.set(accept, chosen);
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
