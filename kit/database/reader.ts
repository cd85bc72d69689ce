import type { Kysely, RawBuilder } from 'kysely';

/**
 * The one way to read the database in a request. Every statement of a subgraph passes here, so that what concerns them all
 * (the session, the count, cancellation) has one place.
 */
export class Reader {
  constructor(private readonly database: Kysely<unknown>) {}

  async rows<Row>(statement: RawBuilder<unknown>): Promise<Row[]> {
    const { rows } = await statement.execute(this.database);
    return rows as Row[];
  }
}
