import { OperatorError } from '../errors.js';
import { connectionFailure } from './connection-failure.js';
import { withClient } from './database.js';

const OLDEST_MAJOR = 14;

/**
 * Checks that a PostgreSQL of the operator's can be reached and is new enough.
 * @param variable the name of the variable that gave the URL, for the message.
 * @throws OperatorError
 */
export async function checkExternal(variable: string, url: string): Promise<void> {
  if (!URL.canParse(url))
    throw new OperatorError(`${variable} is not a URL such as postgres://user:password@host:5432/database`);
  try {
    const version = await withClient(url, async (client) => {
      const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
      return Number(rows[0]?.server_version_num);
    });
    const major = Math.floor(version / 10_000);
    if (major >= OLDEST_MAJOR) return;
    throw new OperatorError(
      `${variable}: the server is PostgreSQL ${major}, and the hub needs ${OLDEST_MAJOR} or later`,
    );
  } catch (error) {
    throw connectionFailure(variable, url, error);
  }
}
