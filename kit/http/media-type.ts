import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { HttpError } from './http-error.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** How a client wants its answer. */
export interface MediaType {
  /** The `content-type` of the answer. */
  readonly contentType: string;
  /** The status of an answer to a well-formed request that GraphQL refuses: it cannot be parsed, is not valid or has a wrong variable. */
  readonly refusalStatus: 200 | 400;
}

const ANSWERS_IN_GRAPHQL: MediaType = { contentType: GRAPHQL_TYPE, refusalStatus: 400 };
/** GraphQL over HTTP, 6.4.1: clients that ask for `application/json` tell an answer of the server from one of a proxy by its status. */
const ANSWERS_IN_JSON: MediaType = { contentType: JSON_TYPE, refusalStatus: 200 };
/** A client that accepts anything may read only the status. It gets the HTTP status for a client error. */
const ANSWERS_TO_ANYBODY: MediaType = { contentType: JSON_TYPE, refusalStatus: 400 };

const known = new LRUCache<string, MediaType>({ max: 100 });

/**
 * Chooses a media type for an answer. A client whose header names nothing accepts anything, like one without the header.
 * @throws HttpError 406 where the client accepts none that the hub has
 */
export function acceptedMediaType(given = ''): MediaType {
  const accept = /^[\s,]*$/.test(given) ? '*/*' : given;
  const chosen = known.get(accept) ?? choose(accept);
  known.set(accept, chosen);
  return chosen;
}

function choose(accept: string): MediaType {
  switch (new Negotiator({ headers: { accept } }).mediaType([JSON_TYPE, GRAPHQL_TYPE])) {
    case GRAPHQL_TYPE:
      return ANSWERS_IN_GRAPHQL;
    case JSON_TYPE:
      return /application\/json/i.test(accept) ? ANSWERS_IN_JSON : ANSWERS_TO_ANYBODY;
    default:
      throw new HttpError(
        406,
        'BAD_USER_INPUT',
        'The Accept header must allow application/json or application/graphql-response+json.',
      );
  }
}
