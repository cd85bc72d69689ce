import type { EntitySchema } from '@mikro-orm/core';
import pg from 'pg';
import { OperatorError } from '../errors.js';
import { withClient } from '../postgres/database.js';
import type { SubgraphDatabase } from './connect.js';

/** How many rows of a table were deleted. */
export interface Forgotten {
  readonly table: string;
  readonly rows: number;
}

const IS_REFERRED_TO = '23503';

/**
 * Deletes every row that the sample generator made, in one transaction, children before their parents; what hangs on them goes with them.
 * @throws OperatorError where a row that is not of the sample refers to one that is
 */
export async function forgetSynthetic(databases: readonly SubgraphDatabase[], ownerUrl: string): Promise<Forgotten[]> {
  try {
    return await withClient(ownerUrl, async (client) => {
      const forgotten: Forgotten[] = [];
      await client.query('begin');
      for (const { schema, table } of databases.flatMap(markedTables)) {
        const name = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`;
        const { rowCount } = await client.query(`delete from ${name} where synthetic`);
        forgotten.push({ table, rows: rowCount ?? 0 });
      }
      await client.query('commit');
      return forgotten;
    });
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== IS_REFERRED_TO) throw error;
    throw new OperatorError(
      `the sample stays as it is: a row of yours refers to one of it (${error.table}: ${error.detail ?? error.message})`,
      { cause: error },
    );
  }
}

function markedTables({ schema, entities }: SubgraphDatabase): { schema: string; table: string }[] {
  return entities
    .filter(isMarked)
    .map(({ meta }) => ({ schema, table: meta.tableName }))
    .reverse();
}

function isMarked({ meta }: EntitySchema): boolean {
  return 'synthetic' in meta.properties;
}
