import { HttpError } from './http-error.js';

/** The parameters of a client's request, as GraphQL over HTTP names them. Empty and null parameters are absent. */
export interface GraphQLParams {
  readonly query: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}

/** The parameters of a JSON body. @throws HttpError 400 */
export function paramsOfBody(body: unknown): GraphQLParams {
  if (!isRecord(body)) throw malformed('The body must be a JSON object with a query.');
  return {
    query: textOf(body, 'query'),
    operationName: textOf(body, 'operationName'),
    variables: objectOf(body, 'variables'),
    extensions: objectOf(body, 'extensions'),
  };
}

/** The parameters of an address, where variables and extensions are JSON. @throws HttpError 400 */
export function paramsOfAddress(search: URLSearchParams): GraphQLParams {
  const given = {
    query: once(search, 'query'),
    operationName: once(search, 'operationName'),
    variables: parsed(search, 'variables'),
    extensions: parsed(search, 'extensions'),
  };
  return paramsOfBody(given);
}

/** Writes the request as an address, for code that reads addresses. */
export function addressOf({ query = '', operationName, variables }: GraphQLParams): string {
  const search = new URLSearchParams({ query });
  if (operationName !== undefined) search.set('operationName', operationName);
  if (variables !== undefined) search.set('variables', JSON.stringify(variables));
  return `?${search}`;
}

function textOf(body: Record<string, unknown>, name: string): string | undefined {
  const value = body[name] ?? undefined;
  if (value !== undefined && typeof value !== 'string') throw malformed(`${name} must be a string.`);
  return value === '' ? undefined : value;
}

function objectOf(body: Record<string, unknown>, name: string): Record<string, unknown> | undefined {
  const value = body[name] ?? undefined;
  if (value !== undefined && !isRecord(value)) throw malformed(`${name} must be an object.`);
  return value;
}

function once(search: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = search.getAll(name);
  if (others.length > 0) throw malformed(`${name} must be given once.`);
  return value;
}

function parsed(search: URLSearchParams, name: string): unknown {
  const text = once(search, name);
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(`${name} must be an object in JSON.`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(message: string): HttpError {
  return new HttpError(400, 'BAD_USER_INPUT', message);
}
