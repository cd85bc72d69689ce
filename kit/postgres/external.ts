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
  const refuse = (reason: string) => {
    throw new OperatorError(`${variable}: ${reason}`);
  };
  try {
    await withClient(url, async (client) => {
      const { rows: versions } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
      const major = Math.floor(Number(versions[0]?.server_version_num) / 10_000);
      if (major < OLDEST_MAJOR) refuse(`the server is PostgreSQL ${major}, and the hub needs ${OLDEST_MAJOR} or later`);
      const { rows } = await client.query<{ encoding: string; name: string }>(
        `SELECT current_setting('server_encoding') AS encoding, current_database() AS name`,
      );
      const { encoding, name } = rows[0] as { encoding: string; name: string };
      if (encoding !== 'UTF8') refuse(`the database is encoded in ${encoding}, and the hub needs UTF8`);
      // The library that migrates looks the name up without quoting it.
      if (name.includes("'")) refuse('the name of the database must not have an apostrophe in it');
    });
  } catch (error) {
    throw connectionFailure(variable, url, error);
  }
}
