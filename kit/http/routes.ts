import { HttpError } from './http-error.js';
import type { HttpRequest, HttpResponse } from './http-message.js';

export type Handler = (request: HttpRequest) => Promise<HttpResponse> | HttpResponse;

/** What answers at one path. HEAD goes where GET goes. */
export type Route = Readonly<Partial<Record<'GET' | 'POST', Handler>>>;

/** Routes by path. A path that ends with a slash serves everything below it. */
export type Routes = Readonly<Record<string, Route>>;

/**
 * Finds what answers a request.
 * @throws HttpError 404 or 405
 */
export function findHandler(routes: Routes, method: string, path: string): Handler {
  const route = findRoute(routes, path);
  const name = method === 'HEAD' ? 'GET' : method;
  const handler = name === 'GET' || name === 'POST' ? route[name] : undefined;
  if (handler) return handler;
  const allow = allowedMethods(route);
  throw new HttpError(405, 'BAD_USER_INPUT', `The method must be one of ${allow}.`, { allow });
}

/** @throws HttpError 404 */
export function findRoute(routes: Routes, path: string): Route {
  const route = Object.hasOwn(routes, path) ? routes[path] : routes[folderOf(routes, path) ?? ''];
  if (!route) throw new HttpError(404, 'NOT_FOUND', 'There is nothing here; the API is at /graphql.');
  return route;
}

/** The methods of a route, as the header `allow` lists them. */
export function allowedMethods(route: Route): string {
  return [...(route.GET ? ['GET', 'HEAD'] : []), ...(route.POST ? ['POST'] : []), 'OPTIONS'].join(', ');
}

function folderOf(routes: Routes, path: string): string | undefined {
  return Object.keys(routes).find((each) => each.length > 1 && each.endsWith('/') && path.startsWith(each));
}
