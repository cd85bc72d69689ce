import { remember } from '../execution/remember.js';
import type { RequestContext } from '../request.js';
import { Changes } from './changes.js';
import { KeptRows } from './kept-rows.js';
import { isLent } from './lent-connections.js';
import { type Connections, openPool } from './pool.js';
import type { RequestSession } from './request-session.js';
import { Session } from './session.js';
import { WriteSession } from './write-session.js';

/**
 * The sessions of a process. Each request has one, for all subgraphs of the process. A request has at most one connection, so it never waits
 * for a second one while other requests wait for its first.
 */
export class Sessions {
  private readonly byRequest = new WeakMap<RequestContext, RequestSession>();

  constructor(
    private readonly pool: Connections,
    private readonly changes: Changes,
    private readonly url: string,
  ) {}

  /** What is kept of the rows of a PostgreSQL schema; nothing, while `listen` does not hear of writes. */
  keptRows(schema: string): KeptRows {
    return new KeptRows(this.changes, schema);
  }

  /** Begins to hear of writes; behind a pooler that lends connections by transaction nobody would tell. */
  async listen(): Promise<void> {
    if (await isLent(this.url).catch(() => false)) this.pool.lend();
    else await this.changes.listen();
  }

  of(request: RequestContext): RequestSession {
    return remember(this.byRequest, request, () => this.open(request));
  }

  private open(request: RequestContext): RequestSession {
    const { write, isProbe } = request;
    if (write) return new WriteSession(this.pool, request, write, () => this.changes.wrote());
    return new Session(this.pool, request, isProbe ? undefined : this.changes.now);
  }

  async close(): Promise<void> {
    await this.changes.close();
    await this.pool.end();
  }
}

/** The sessions on one database, as the application's role. */
export function openSessions(databaseUrl: string): Sessions {
  return new Sessions(openPool(databaseUrl), new Changes(databaseUrl), databaseUrl);
}
