import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';
import { limitExceeded } from '../limits/limit-exceeded.js';
import { explainDatabaseError } from './database-error.js';
import type { KeptRows } from './kept-rows.js';
import type { RequestSession } from './request-session.js';
import type { Statement } from './statement.js';
import { statementName } from './statement-names.js';
import type { Table } from './table.js';

/** Makes SQL of what kysely builds; it never sends any. */
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** The kept rows of the subgraph. */
export interface Memory {
  readonly rows: KeptRows;
  /** Whether its rows are the same for everyone. Otherwise rows are kept only for viewers who see the same rows. */
  readonly sameForAll: boolean;
}

/** Rows of one table that are looked up by a key. */
export interface RowsWithKey<Row> {
  /** The row, if it is kept. */
  find(key: unknown): Row | undefined;
  /** Reads rows, and keeps each. */
  read(statement: RawBuilder<unknown>): Promise<Row[]>;
}

/**
 * The only way to read the database in a request. Every statement of a subgraph passes through it. It is therefore the one place for
 * their common concerns: the session, the count, cancellation, and the meaning of errors.
 */
export class Reader {
  constructor(
    private readonly session: RequestSession,
    private readonly memory?: Memory,
  ) {}

  async rows<Row>(statement: RawBuilder<unknown>, options: Pick<Statement, 'plannedAnew'> = {}): Promise<Row[]> {
    if (this.memory?.sameForAll) return this.keptRows(statement);
    return (await this.read({ ...compile(statement), ...options })) as Row[];
  }

  /** Rows of one table (and what else the subgraph has of them): kept where everyone sees all of it. */
  rowsOf<Row>(table: Table, statement: RawBuilder<unknown>, options?: Pick<Statement, 'plannedAnew'>): Promise<Row[]> {
    return table.sameForAll ? this.keptRows(statement) : this.rows(statement, options);
  }

  /**
   * Reads rows that are worth keeping until the next write to the subgraph: few rows that are expensive to compute, such as sums and counts,
   * from tables that report their writes.
   */
  async keptRows<Row>(statement: RawBuilder<unknown>): Promise<Row[]> {
    const compiled = compile(statement);
    // Rows that depend on the current time are not kept.
    const kept = compiled.text.includes('now()') ? undefined : this.memory?.rows;
    const sees = this.memory?.sameForAll ? '' : this.session.sees;
    const key = kept ? `${sees}\n${compiled.text}\n${JSON.stringify(compiled.values)}` : '';
    const known = kept?.find(key, this.session.since);
    if (known) return known as Row[];
    const rows = await this.read(compiled);
    kept?.keep(key, rows, this.session.since);
    return rows as Row[];
  }

  /** Reads rows of one table by a key. If everyone sees all rows of the table, each row is kept. */
  rowsWithKey<Row extends object>(table: Table, property: keyof Row & string): RowsWithKey<Row> {
    const kept = table.sameForAll ? this.memory?.rows : undefined;
    const { since } = this.session;
    const nameOf = (key: unknown) => `${table.label}.${property} ${key}`;
    return {
      find: (key) => kept?.find(nameOf(key), since)?.[0] as Row | undefined,
      read: async (statement) => {
        const rows = (await this.read(compile(statement))) as Row[];
        for (const row of rows) kept?.keep(nameOf(row[property]), [row as Record<string, unknown>], since);
        return rows;
      },
    };
  }

  private async read(statement: Statement): Promise<Record<string, unknown>[]> {
    try {
      return (await this.session.query(statement)).rows;
    } catch (error) {
      throw explainDatabaseError(error);
    }
  }

  /** Writes a record of a read, in the transaction of the read and before the answer is sent. */
  writeBeforeCommit(statement: () => RawBuilder<unknown>): void {
    let compiled: Statement | undefined;
    this.session.writeBeforeCommit(async (query) => {
      compiled ??= compile(statement());
      await query(compiled);
    });
  }
}

/** PostgreSQL's messages count the parameters of a statement in 16 bits. */
const MOST_PARAMETERS = 65_535;

function compile(statement: RawBuilder<unknown>): Statement {
  const { sql, parameters } = statement.compile(compiler);
  if (parameters.length > MOST_PARAMETERS) {
    throw limitExceeded(`a question takes at most ${MOST_PARAMETERS} values; ask for fewer at once`);
  }
  return { name: statementName(sql), text: sql, values: [...parameters] };
}
