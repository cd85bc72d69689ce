import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { createDatabase, dropDatabase, urlOf } from '../../kit/postgres/database.js';

/** A database that one suite has to itself. */
export interface FreshDatabase {
  applicationUrl: string;
  ownerUrl: string;
  drop(): Promise<void>;
}

/** Creates an empty database on the server of this test run. Call `drop` when the suite ends. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('server');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const application = decodeURIComponent(new URL(server.applicationUrl).username);
  await createDatabase(server.ownerUrl, name, { application });
  return {
    applicationUrl: urlOf(server.applicationUrl, name),
    ownerUrl: urlOf(server.ownerUrl, name),
    drop: () => dropDatabase(server.ownerUrl, name),
  };
}
