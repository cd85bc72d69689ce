import { expect, test } from 'vitest';
import { openOrm } from '../../kit/database/connect.js';
import { migrate } from '../../kit/database/migrate.js';
import { withClient } from '../../kit/postgres/database.js';
import { databaseOf } from '../../kit/subgraph.js';
import * as subgraphs from '../../subgraphs/index.js';
import { freshDatabase } from '../testkit/postgres.js';

test.each(
  Object.values(subgraphs),
)('the migrations of $name make exactly the tables that its entities describe', async (subgraph) => {
  const { ownerUrl, applicationUrl, drop } = await freshDatabase();
  const database = databaseOf(subgraph);
  await migrate(database, ownerUrl, applicationUrl);
  // A hub that has started once keeps notes of its filling there.
  await withClient(ownerUrl, (client) => client.query(`create table ${database.schema}.seed (name text primary key)`));
  const orm = await openOrm(database, ownerUrl, 1);
  expect(await orm.schema.getUpdateSchemaSQL({ wrap: false, schema: database.schema, safe: false })).toBe('');
  await orm.close(true);
  await drop();
});
