import { remember } from '../execution/remember.js';
import type { RequestContext } from '../request.js';
import { Changes } from './changes.js';
import { KeptRows } from './kept-rows.js';
import { type Connections, openPool } from './pool.js';
import { Session } from './session.js';

/**
 * The sessions of a process: one for each request, whichever of its subgraphs read in it. A request holds one connection at most, so
 * that it never waits for a second one while others wait for its first.
 */
export class Sessions {
  private readonly byRequest = new WeakMap<RequestContext, Session>();

  constructor(
    private readonly pool: Connections,
    private readonly changes: Changes,
  ) {}

  /** What is kept of the rows of a PostgreSQL schema; nothing, while `listen` does not hear of writes. */
  keptRows(schema: string): KeptRows {
    return new KeptRows(this.changes, schema);
  }

  listen(): Promise<void> {
    return this.changes.listen();
  }

  of(request: RequestContext): Session {
    const since = request.isProbe ? undefined : this.changes.now;
    return remember(this.byRequest, request, () => new Session(this.pool, request, since));
  }

  async close(): Promise<void> {
    await this.changes.close();
    await this.pool.end();
  }
}

/** The sessions on one database, as the application's role. */
export function openSessions(databaseUrl: string): Sessions {
  return new Sessions(openPool(databaseUrl), new Changes(databaseUrl));
}
