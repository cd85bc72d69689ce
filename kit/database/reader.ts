import type { Kysely, RawBuilder } from 'kysely';
import { explainDatabaseError } from './database-error.js';

/**
 * The one way to read the database in a request. Every statement of a subgraph passes here, so that what concerns them all
 * (the session, the count, cancellation, what an error means) has one place.
 */
export class Reader {
  constructor(private readonly database: Kysely<unknown>) {}

  async rows<Row>(statement: RawBuilder<unknown>): Promise<Row[]> {
    try {
      const { rows } = await statement.execute(this.database);
      return rows as Row[];
    } catch (error) {
      throw explainDatabaseError(error);
    }
  }
}
