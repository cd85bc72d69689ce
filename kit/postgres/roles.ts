import pg from 'pg';

/** The database of an embedded cluster. */
export const HUB_DATABASE = 'hub';

/** Every role of the hub and what it may do; none of them bypasses row-level security. */
export const HUB_ROLES = {
  /** Migrates: owns the database and the schemas. It creates databases too, because each test suite has one. */
  hub_owner: 'LOGIN CREATEDB NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS',
  /** Serves: owns nothing, and sees what the policies let it see. */
  hub_app: 'LOGIN NOCREATEDB NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS',
  /** Owns the functions that aggregate over rows which their caller may not see. */
  hub_stats: 'NOLOGIN NOCREATEDB NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS',
} as const;

export type HubRole = keyof typeof HUB_ROLES;

/** Creates those roles of the hub that a server lacks. `client` must be able to create roles. */
export async function ensureRoles(client: pg.Client, passwords: Partial<Record<HubRole, string>>): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [
    Object.keys(HUB_ROLES),
  ]);
  const present = new Set(rows.map(({ rolname }) => rolname));
  for (const [role, attributes] of Object.entries(HUB_ROLES)) {
    if (present.has(role)) continue;
    const password = passwords[role as HubRole];
    await client.query(`CREATE ROLE ${role} ${attributes}${password ? ` PASSWORD ${pg.escapeLiteral(password)}` : ''}`);
  }
  // A function can be handed only to a role that one belongs to; and an operator may give the hub the owner's connection alone.
  for (const role of ['hub_stats', 'hub_app'] as const) {
    if (!(await isMember(client, 'hub_owner', role))) await client.query(`GRANT ${role} TO hub_owner`);
  }
  await letOwnerTrustImports(client);
}

async function isMember(client: pg.Client, member: HubRole, role: HubRole): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT FROM pg_auth_members WHERE member = $1::regrole AND roleid = $2::regrole',
    [member, role],
  );
  return rowCount !== 0;
}

const GRANTS_ON_PARAMETERS_SINCE = 150_000;

/** An import checks its references for all rows at once, and may then spare PostgreSQL to check them one by one. */
async function letOwnerTrustImports(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  );
  if ((rows[0]?.version ?? 0) < GRANTS_ON_PARAMETERS_SINCE) return;
  await client.query('GRANT SET ON PARAMETER session_replication_role TO hub_owner');
}
