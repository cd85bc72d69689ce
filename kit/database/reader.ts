import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';
import { explainDatabaseError } from './database-error.js';
import type { KeptRows } from './kept-rows.js';
import type { BeforeCommit, Session, Statement } from './session.js';
import { statementName } from './statement-names.js';

/** Makes SQL of what kysely builds; it never sends any. */
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/**
 * The one way to read the database in a request. Every statement of a subgraph passes here, so that what concerns them all
 * (the session, the count, cancellation, what an error means) has one place.
 */
export class Reader {
  constructor(
    private readonly session: Pick<Session, 'query' | 'writeBeforeCommit' | 'since'>,
    /** Where rows that are the same for everyone are kept. */
    private readonly kept?: KeptRows,
  ) {}

  async rows<Row>(statement: RawBuilder<unknown>): Promise<Row[]> {
    const compiled = compile(statement);
    const known = this.kept?.find(compiled);
    if (known) return known as Row[];
    try {
      const { rows } = await this.session.query(compiled);
      this.kept?.keep(compiled, rows, this.session.since);
      return rows as Row[];
    } catch (error) {
      throw explainDatabaseError(error);
    }
  }

  /** Writes about what was read, in the transaction of the read and before the answer leaves. */
  writeBeforeCommit(statement: () => RawBuilder<unknown> | undefined): void {
    const write: BeforeCommit = async (query) => {
      const made = statement();
      if (made) await query(compile(made));
    };
    this.session.writeBeforeCommit(write);
  }
}

function compile(statement: RawBuilder<unknown>): Statement {
  const { sql, parameters } = statement.compile(compiler);
  return { name: statementName(sql), text: sql, values: [...parameters] };
}
