import type { EntitySchema } from '@mikro-orm/core';
import pg from 'pg';
import { withClient } from '../postgres/database.js';
import type { SubgraphDatabase } from './connect.js';

/** Deletes every row that the sample generator made, children before their parents; what hangs on them goes with them. */
export async function forgetSynthetic({ schema, entities }: SubgraphDatabase, ownerUrl: string): Promise<void> {
  const tables = entities.filter(isMarked).map(({ meta }) => meta.tableName);
  await withClient(ownerUrl, async (client) => {
    await client.query('begin');
    for (const table of tables.reverse()) {
      await client.query(`delete from ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)} where synthetic`);
    }
    await client.query('commit');
  });
}

function isMarked({ meta }: EntitySchema): boolean {
  return 'synthetic' in meta.properties;
}
