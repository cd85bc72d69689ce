import type pg from 'pg';
import { OperatorError } from '../errors.js';
import { roleOf, withRole } from './application-role.js';
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
  if (isOne) return { applicationUrl: withRole(databaseUrl, 'hub_app'), ownerUrl };
  await withClient(databaseUrl, (client) => refuseUnbound(client, roleOf(ownerUrl)));
  return { applicationUrl: databaseUrl, ownerUrl };
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

async function refuseUnbound(client: pg.Client, owner: string): Promise<void> {
  const { rows } = await client.query<{ unbound: boolean }>(
    `SELECT rolsuper OR rolbypassrls OR pg_has_role(current_user, 'hub_owner', 'MEMBER')
      OR pg_has_role(current_user, $1::name, 'MEMBER') AS unbound
    FROM pg_roles WHERE rolname = current_user`,
    [owner],
  );
  if (!rows[0]?.unbound) return;
  throw new OperatorError(
    'DATABASE_URL: this user owns the tables or bypasses row-level security; serve with another one that may do neither',
  );
}
