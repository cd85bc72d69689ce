import { OperatorError } from '../errors.js';

/** Says in one line why a connection failed, naming the server and never the password. */
export function connectionFailure(variable: string, url: string, error: unknown): OperatorError {
  if (error instanceof OperatorError) return error;
  return new OperatorError(`${variable}: ${reasonOf(error, new URL(url))}`);
}

function reasonOf(error: unknown, url: URL): string {
  const server = `${url.hostname || 'localhost'}:${url.port || 5432}`;
  const user = decode(url.username);
  const database = decode(url.pathname.slice(1)) || user;
  const { code, message } = describe(error);
  switch (code) {
    case 'ECONNREFUSED':
      return `nothing answers at ${server}; is PostgreSQL running there?`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the host "${url.hostname}" is unknown`;
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `${server} cannot be reached (${code})`;
    case '28P01':
    case '28000':
      return `PostgreSQL at ${server} does not let ${user ? `"${user}"` : 'a connection without a user'} in: check the user and the password`;
    case '3D000':
      return `PostgreSQL at ${server} has no database "${database}": create it first`;
    case '42501':
      return `"${user}" may not connect to the database "${database}" at ${server}`;
    default:
      return `${server} cannot be used: ${withoutPassword(message, url)}`;
  }
}

/** A host with several addresses fails with an AggregateError, whose first cause stands for all. */
function describe(error: unknown): { code: string | undefined; message: string } {
  if (!(error instanceof Error)) return { code: undefined, message: String(error) };
  const first = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error;
  const code = [error, first]
    .map((cause) => ('code' in cause ? cause.code : undefined))
    .find((each) => typeof each === 'string');
  if (/client password must be a string/.test(first.message)) return { code: '28P01', message: first.message };
  return { code, message: first.message.split('\n')[0] ?? '' };
}

function withoutPassword(message: string, url: URL): string {
  const secrets = [url.password, decode(url.password), url.searchParams.get('password') ?? ''].filter(Boolean);
  return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), message);
}

/** A stray percent sign is no reason to hide the real failure. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
