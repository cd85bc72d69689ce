import { HttpError } from './http-error.js';
import type { HttpRequest, HttpResponse } from './http-message.js';

export type Handler = (request: HttpRequest) => Promise<HttpResponse> | HttpResponse;

/** Handlers by path and method. A path that ends with a slash serves everything below it. HEAD goes where GET goes. */
export type Routes = Readonly<Record<string, Readonly<Partial<Record<'GET' | 'POST', Handler>>>>>;

/**
 * Finds what answers a request.
 * @throws HttpError 404 or 405
 */
export function findHandler(routes: Routes, method: string, path: string): Handler {
  const route = Object.hasOwn(routes, path) ? routes[path] : routes[folderOf(routes, path) ?? ''];
  if (!route) throw new HttpError(404, 'NOT_FOUND', 'There is nothing here; the API is at /graphql.');
  const name = method === 'HEAD' ? 'GET' : method;
  const handler = name === 'GET' || name === 'POST' ? route[name] : undefined;
  if (handler) return handler;
  const allow = [...Object.keys(route), 'OPTIONS'].join(', ');
  throw new HttpError(405, 'BAD_USER_INPUT', `The method must be one of ${allow}.`, { allow });
}

function folderOf(routes: Routes, path: string): string | undefined {
  return Object.keys(routes).find((each) => each.length > 1 && each.endsWith('/') && path.startsWith(each));
}
