import { HeaderMap } from '@apollo/server';
import type { ExecutionResult } from 'graphql';
import type { ReadCredentials } from '../authentication/credentials.js';
import type { RequestContext } from '../request.js';
import { addressOf, type GraphQLParams, paramsOfAddress, paramsOfBody } from './graphql-params.js';
import type { GraphQLServer } from './graphql-server.js';
import { HttpError } from './http-error.js';
import type { HttpRequest, HttpResponse } from './http-message.js';
import { acceptedMediaType, type MediaType } from './media-type.js';
import type { Handler } from './routes.js';

/** Answers GraphQL over HTTP: POST, and GET for queries. A known operation takes a shorter path. */
export function graphqlHandler(server: GraphQLServer, credentialsOf: ReadCredentials): Handler {
  return async (asked) => {
    const mediaType = acceptedMediaType(asked.request.headers.accept);
    try {
      return await answer(server, credentialsOf, asked, mediaType);
    } catch (error) {
      throw error instanceof HttpError ? error.answeredAs(mediaType.contentType) : error;
    }
  };
}

async function answer(
  server: GraphQLServer,
  credentialsOf: ReadCredentials,
  { request, url, context, readJson }: HttpRequest,
  mediaType: MediaType,
): Promise<HttpResponse> {
  const credentials = await credentialsOf(request);
  const isPost = request.method === 'POST';
  const params = isPost ? paramsOfBody(await readJson()) : paramsOfAddress(url.searchParams);
  checkParams(params, mediaType);
  const one: RequestContext = { ...context, ...credentials, purpose: purposeOf(request.headers['x-purpose']) };
  const known = isPost ? server.known.find(params) : undefined;
  const result = known && (await server.run(known.document, known.operation, known.variables, one));
  if (result && !result.errors) {
    return { status: 200, headers: { 'content-type': mediaType.contentType }, body: JSON.stringify(result) };
  }
  return askApollo(server, params, isPost, mediaType, { ...one, ...(result && { result }) });
}

/** @throws HttpError where there is no operation to be read */
function checkParams({ query, extensions }: GraphQLParams, { refusalStatus, contentType }: MediaType): void {
  if (extensions?.persistedQuery != null) {
    // Clients that send only the hash of an operation ask again with its text. They know this code and this message; those of
    // before the media type of GraphQL expect them with 200, as Apollo Server answers.
    const status = contentType.startsWith('application/json') ? 200 : refusalStatus;
    throw new HttpError(status, 'PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');
  }
  if (query === undefined) throw new HttpError(400, 'BAD_USER_INPUT', 'There must be a query that is not empty.');
}

async function askApollo(
  { apollo }: GraphQLServer,
  params: GraphQLParams,
  isPost: boolean,
  { contentType, refusalStatus }: MediaType,
  context: RequestContext & { readonly result?: ExecutionResult },
): Promise<HttpResponse> {
  const { query, operationName, variables } = params;
  const response = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: isPost ? 'POST' : 'GET',
      headers: new HeaderMap([['accept', contentType]]),
      search: isPost ? '' : addressOf(params),
      body: isPost ? { query, operationName: operationName ?? null, variables: variables ?? null } : undefined,
    },
    context: async () => context,
  });
  const { status = 200, headers, body } = response;
  if (body.kind === 'chunked') throw new Error('Nothing of ours is delivered incrementally.');
  return {
    status: status === 400 ? refusalStatus : status,
    headers: { ...Object.fromEntries(headers), 'content-type': contentType },
    body: body.string,
  };
}

/** The purpose for the read log, shortened to one short line. */
function purposeOf(given: string | string[] | undefined): string | undefined {
  const text = String(given ?? '')
    .replace(/[^\x20-\x7e\xa0-\xff]/g, ' ')
    .trim();
  return text ? text.slice(0, 200) : undefined;
}
