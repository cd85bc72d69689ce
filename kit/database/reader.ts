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
import type { Session, Statement } from './session.js';
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
    const key = this.kept && `${compiled.text}\n${JSON.stringify(compiled.values)}`;
    const known = key && this.kept?.find(key);
    if (known) return known as Row[];
    const rows = await this.read(compiled);
    // What depends on the moment is not kept.
    if (key && !compiled.text.includes('now()')) this.kept?.keep(key, rows, this.session.since);
    return rows as Row[];
  }

  /** The rows of these keys, by key: those that are kept already are not read. */
  async rowsByKey<Row extends object>(
    { table, property, keys }: { table: Table; property: keyof Row & string; keys: readonly (string | number)[] },
    statement: (missing: readonly (string | number)[]) => RawBuilder<unknown>,
  ): Promise<Map<unknown, Row>> {
    const label = (key: unknown) => `${table.label}.${property} ${key}`;
    const found = new Map<unknown, Row>();
    const missing = keys.filter((key) => {
      const [row] = (this.kept?.find(label(key)) ?? []) as Row[];
      if (row) found.set(key, row);
      return !row;
    });
    if (missing.length === 0) return found;
    for (const row of (await this.read(compile(statement(missing)))) as Row[]) {
      found.set(row[property], row);
      this.kept?.keep(label(row[property]), [row as Record<string, unknown>], this.session.since);
    }
    return found;
  }

  private async read(statement: Statement): Promise<Record<string, unknown>[]> {
    try {
      return (await this.session.query(statement)).rows;
    } catch (error) {
      throw explainDatabaseError(error);
    }
  }

  /** Writes about what was read, in the transaction of the read and before the answer leaves. */
  writeBeforeCommit(statement: () => RawBuilder<unknown>): void {
    this.session.writeBeforeCommit(async (query) => void (await query(compile(statement()))));
  }
}

function compile(statement: RawBuilder<unknown>): Statement {
  const { sql, parameters } = statement.compile(compiler);
  return { name: statementName(sql), text: sql, values: [...parameters] };
}
