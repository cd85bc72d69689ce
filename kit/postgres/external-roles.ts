import type pg from 'pg';
import { begin, checkOpened } from '../database/begin.js';
import { OperatorError } from '../errors.js';
import { PUBLIC } from '../viewer.js';
import { roleOf, withRole } from './application-role.js';
import { connectionFailure } from './connection-failure.js';
import { withClient } from './database.js';
import { ensureRoles } from './roles.js';

/** The connections by which the hub uses a PostgreSQL of the operator's. */
export interface Connections {
  readonly applicationUrl: string;
  readonly ownerUrl: string;
}

/**
 * Sees to it that what serves requests is held to the tables' policies: it neither owns the tables nor bypasses row-level security.
 * Given one URL, the hub serves as the role hub_app, which that user must be able to take on.
 * @throws OperatorError with what to run, where the roles are missing and may not be made
 */
export async function externalConnections(databaseUrl: string, databaseOwnerUrl?: string): Promise<Connections> {
  const ownerUrl = databaseOwnerUrl ?? databaseUrl;
  const isOne = userOf(ownerUrl) === userOf(databaseUrl);
  await withClient(ownerUrl, (client) => haveRoles(client, isOne));
  const applicationUrl = isOne
    ? withRole(databaseUrl, 'hub_app')
    : await withClient(databaseUrl, (client) => asItself(client, databaseUrl, roleOf(ownerUrl)));
  await tryTransaction(applicationUrl);
  return { applicationUrl, ownerUrl };
}

/** Opens a transaction as requests do: a pooler that hands out connections by statement has none, for example. */
async function tryTransaction(url: string): Promise<void> {
  const role = roleOf(url);
  try {
    await withClient(url, async (client) =>
      checkOpened(await client.query(begin({ viewer: PUBLIC, role, writes: false })), role),
    );
  } catch (error) {
    throw connectionFailure('DATABASE_URL', url, error);
  }
}

const userOf = (url: string) => new URL(url).username;

async function haveRoles(client: pg.Client, isOne: boolean): Promise<void> {
  const needed = ['hub_owner', 'hub_stats', ...(isOne ? ['hub_app'] : [])];
  if ((await missing(client, needed)).length === 0) return;
  // What may not be done shows in what is missing afterwards.
  await ensureRoles(client, {}).catch(() => undefined);
  for (const role of needed) await client.query(`GRANT ${role} TO CURRENT_USER`).catch(() => undefined);
  const roles = await missing(client, needed);
  if (roles.length === 0) return;
  const { rows } = await client.query<{ user: string }>('SELECT current_user AS user');
  const lines = roles.map((role) => `CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO "${rows[0]?.user}";`);
  throw new OperatorError(
    `${isOne ? 'DATABASE_URL' : 'DATABASE_OWNER_URL'}: row-level security needs roles that this user is no member of; have a superuser run (without what is there already): ${lines.join(' ')}`,
  );
}

async function missing(client: pg.Client, roles: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ role: string }>(
    `SELECT role FROM unnest($1::text[]) AS role
    WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role AND pg_has_role(current_user, oid, 'MEMBER'))
    ORDER BY role`,
    [roles],
  );
  return rows.map(({ role }) => role);
}

/** The connection of a user who may serve, under the name by which PostgreSQL knows it: a pooler may log in as another one. */
async function asItself(client: pg.Client, url: string, owner: string): Promise<string> {
  const { rows } = await client.query<{ user: string }>('SELECT current_user AS user');
  const known = rows[0]?.user ?? '';
  const isNamed = roleOf(url) !== decodeURIComponent(userOf(url));
  const role = isNamed ? roleOf(url) : known;
  await refuseUnbound(client, role, owner);
  return role === roleOf(url) ? url : withRole(url, role);
}

async function refuseUnbound(client: pg.Client, role: string, owner: string): Promise<void> {
  const { rows } = await client.query<{ unbound: boolean }>(
    `SELECT rolsuper OR rolbypassrls OR pg_has_role(rolname, 'hub_owner', 'MEMBER')
      OR pg_has_role(rolname, $2::name, 'MEMBER') AS unbound
    FROM pg_roles WHERE rolname = $1`,
    [role, owner],
  );
  if (!rows[0]?.unbound) return;
  throw new OperatorError(
    'DATABASE_URL: this user owns the tables or bypasses row-level security; serve with another one that may do neither',
  );
}
