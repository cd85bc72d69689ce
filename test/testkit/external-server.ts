import { randomBytes } from 'node:crypto';
import { openCluster } from '../../kit/postgres/cluster.js';
import { withClient } from '../../kit/postgres/database.js';
import { ensureRoles } from '../../kit/postgres/roles.js';

/**
 * Prepares a server that is there for tests alone. Given only one URL, its user creates the hub's roles and their
 * passwords are set anew; given an owner's URL too, both are used as they are.
 */
export async function openTestServer(
  url: string,
  ownerUrl?: string,
): Promise<{ applicationUrl: string; ownerUrl: string }> {
  const { applicationUrl } = await openCluster({ dataDir: 'unused', databaseUrl: url, databaseOwnerUrl: ownerUrl });
  if (ownerUrl) return { applicationUrl, ownerUrl };
  const password = randomBytes(12).toString('hex');
  await withClient(url, async (client) => {
    await ensureRoles(client, {});
    for (const role of ['hub_owner', 'hub_app']) await client.query(`ALTER ROLE ${role} PASSWORD '${password}'`);
  });
  return { applicationUrl: as('hub_app', password, url), ownerUrl: as('hub_owner', password, url) };
}

function as(role: string, password: string, url: string): string {
  const other = new URL(url);
  other.username = role;
  other.password = password;
  return other.href;
}
