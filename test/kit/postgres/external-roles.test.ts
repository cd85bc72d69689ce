import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin } from '../../../kit/database/begin.js';
import { migrate } from '../../../kit/database/migrate.js';
import { OperatorError } from '../../../kit/errors.js';
import { roleOf } from '../../../kit/postgres/application-role.js';
import { type Cluster, openCluster } from '../../../kit/postgres/cluster.js';
import { createDatabase, urlOf, withClient } from '../../../kit/postgres/database.js';
import { readSecrets } from '../../../kit/postgres/secrets.js';
import { databaseOf } from '../../../kit/subgraph.js';
import { PUBLIC, type Role } from '../../../kit/viewer.js';
import * as subgraphs from '../../../subgraphs/index.js';

/** Roles belong to a whole server, so these tests have one to themselves; to the hub it is one of the operator's. */
let folder: string;
let cluster: Cluster;
let superuserUrl: string;
beforeAll(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), 'corridor-hub-roles-'));
  // PostgreSQL runs as another user where the tests run as root.
  await chmod(folder, 0o755);
  cluster = await openCluster({ dataDir: join(folder, 'data') });
  const { postgres } = readSecrets(join(folder, 'data'), true);
  superuserUrl = Object.assign(new URL(cluster.ownerUrl), {
    username: 'postgres',
    password: postgres,
    pathname: '/postgres',
  }).href;
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true, force: true });
});

const asSuperuser = (sql: string) => withClient(superuserUrl, (client) => client.query(sql));

/** The URL of a new user of the server. */
async function newUser(name: string, rights: string): Promise<string> {
  await asSuperuser(`CREATE ROLE ${name} LOGIN PASSWORD 'secret' ${rights}; GRANT CONNECT ON DATABASE hub TO ${name}`);
  return Object.assign(new URL(cluster.ownerUrl), { username: name, password: 'secret' }).href;
}

async function refusalOf(databaseUrl: string, databaseOwnerUrl?: string): Promise<string> {
  const failure: unknown = await openCluster({ dataDir: 'unused', databaseUrl, databaseOwnerUrl }).catch(
    (error) => error,
  );
  expect(failure).toBeInstanceOf(OperatorError);
  expect((failure as OperatorError).message).not.toMatch(/\n|secret/);
  return (failure as OperatorError).message;
}

/** What a request's transaction finds on a connection. */
const inTransaction = (url: string, text: string, role: Role = 'PUBLIC') =>
  withClient(url, async (client) => {
    await client.query(begin({ viewer: { ...PUBLIC, role }, role: roleOf(url), writes: false }));
    return (await client.query(text)).rows;
  });

const rolesOf = async (url: string) =>
  (await inTransaction(url, 'SELECT current_user AS works, session_user AS login'))[0];

describe('what serves beside an owner’s URL is held to the policies', () => {
  it.each([
    ['owns the tables', 'second_owner', 'IN ROLE hub_owner'],
    ['could take on their owner’s role', 'noinherit_owner', 'NOINHERIT IN ROLE hub_owner'],
    ['bypasses row-level security', 'bypasser', 'BYPASSRLS'],
    ['is a superuser', 'root', 'SUPERUSER'],
  ])('a user that %s is refused in one line', async (_, name, rights) => {
    expect(await refusalOf(await newUser(name, rights), cluster.ownerUrl)).toBe(
      'DATABASE_URL: this user owns the tables or bypasses row-level security; serve with another one that may do neither',
    );
  });

  it('nor may it be a member of the owner’s user, whoever that is', async () => {
    const ownerUrl = await newUser('root_owner', 'SUPERUSER');
    expect(await refusalOf(await newUser('member', 'IN ROLE root_owner'), ownerUrl)).toMatch(
      /^DATABASE_URL: this user owns the tables or bypasses row-level security/,
    );
  });

  it('a user of its own serves as itself', async () => {
    const databaseUrl = await newUser('server', '');
    const opened = await openCluster({ dataDir: 'unused', databaseUrl, databaseOwnerUrl: cluster.ownerUrl });
    expect(opened).toMatchObject({ applicationUrl: databaseUrl, ownerUrl: cluster.ownerUrl });
    expect(await rolesOf(opened.applicationUrl)).toEqual({ works: 'server', login: 'server' });
  });

  it('an owner’s URL without the roles is named', async () => {
    const message = await refusalOf(cluster.ownerUrl, await newUser('no_owner', ''));
    expect(message).toBe(
      'DATABASE_OWNER_URL: row-level security needs roles that this user is no member of; have a superuser run (without what is there already): CREATE ROLE hub_owner NOLOGIN; GRANT hub_owner TO "no_owner"; CREATE ROLE hub_stats NOLOGIN; GRANT hub_stats TO "no_owner";',
    );
  });
});

describe('one URL', () => {
  it.each([
    ['a superuser', 'other_root', 'SUPERUSER'],
    ['who bypasses row-level security', 'other_bypasser', 'BYPASSRLS IN ROLE hub_owner, hub_stats, hub_app'],
  ])('of %s serves as hub_app all the same', async (_, name, rights) => {
    const opened = await openCluster({ dataDir: 'unused', databaseUrl: await newUser(name, rights) });
    expect(await rolesOf(opened.applicationUrl)).toEqual({ works: 'hub_app', login: name });
  });
});

/** Last, because the hub's roles and its database are gone from the server then. */
describe('a server that has never seen the hub', () => {
  /** A database of a new user's, on the server without any role of the hub. */
  async function ownDatabase(user: string, rights: string): Promise<string> {
    const { rows } = await asSuperuser(
      `SELECT datname AS name FROM pg_database WHERE datname NOT IN ('postgres', 'template0', 'template1')`,
    );
    for (const { name } of rows) await asSuperuser(`DROP DATABASE "${name}" WITH (FORCE)`);
    const roles = (await asSuperuser(`SELECT rolname AS role FROM pg_roles WHERE rolname LIKE 'hub\\_%'`)).rows;
    for (const { role } of roles) await asSuperuser(`DROP OWNED BY ${role}`);
    for (const { role } of roles) await asSuperuser(`DROP ROLE ${role}`);
    await asSuperuser(`CREATE ROLE ${user} LOGIN PASSWORD 'secret' ${rights}`);
    await createDatabase(superuserUrl, user, { owner: user, application: user });
    return Object.assign(new URL(urlOf(superuserUrl, user)), { username: user, password: 'secret' }).href;
  }

  /** Whether the hub comes up there: its tables are made, and what serves sees of them what the policies let it. */
  async function serves(databaseUrl: string, login: string): Promise<void> {
    const { applicationUrl, ownerUrl } = await openCluster({ dataDir: 'unused', databaseUrl });
    expect(await rolesOf(applicationUrl)).toEqual({ works: 'hub_app', login });
    for (const subgraph of Object.values(subgraphs)) await migrate(databaseOf(subgraph), ownerUrl, applicationUrl);
    await withClient(ownerUrl, (client) =>
      client.query(`INSERT INTO people.person (reference, synthetic) VALUES ('someone', true)`),
    );
    const seenBy = (role: Role) => inTransaction(applicationUrl, 'SELECT reference FROM people.person', role);
    expect(await seenBy('ADMIN')).toEqual([{ reference: 'someone' }]);
    expect(await seenBy('PUBLIC')).toEqual([]);
  }

  it('refuses a user without the roles in one line, and what that line says to run is enough', async () => {
    const url = await ownDatabase('guest', '');
    const lines = ['hub_app', 'hub_owner', 'hub_stats']
      .map((role) => `CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO "guest";`)
      .join(' ');
    expect(await refusalOf(url)).toBe(
      `DATABASE_URL: row-level security needs roles that this user is no member of; have a superuser run (without what is there already): ${lines}`,
    );
    await asSuperuser(lines);
    await serves(url, 'guest');
  });

  it('lets a user that may create roles make them', async () => {
    await serves(await ownDatabase('maker', 'CREATEROLE CREATEDB'), 'maker');
  });
});
