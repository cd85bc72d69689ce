import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { begin } from '../../../kit/database/begin.js';
import { OperatorError } from '../../../kit/errors.js';
import { withRole } from '../../../kit/postgres/application-role.js';
import { openCluster } from '../../../kit/postgres/cluster.js';
import { dropDatabase, urlOf, withClient } from '../../../kit/postgres/database.js';
import { PUBLIC } from '../../../kit/viewer.js';

const given = new URL(inject('server').applicationUrl);

/** The server's URL with parts of it changed, and a password that no message may show. */
function changed(parts: Partial<Pick<URL, 'hostname' | 'port' | 'username' | 'password' | 'pathname'>>): string {
  return Object.assign(new URL(given), parts).href;
}

async function refusalOf(databaseUrl: string, databaseOwnerUrl?: string): Promise<string> {
  const failure: unknown = await openCluster({ dataDir: 'unused', databaseUrl, databaseOwnerUrl }).catch(
    (error) => error,
  );
  expect(failure).toBeInstanceOf(OperatorError);
  return (failure as OperatorError).message;
}

describe('a PostgreSQL of the operator’s', () => {
  it('is served as the role hub_app where one URL is given, as which no policy is bypassed', async () => {
    const { ownerUrl } = inject('server');
    const cluster = await openCluster({ dataDir: 'unused', databaseUrl: ownerUrl });
    expect(cluster).toMatchObject({ applicationUrl: withRole(ownerUrl, 'hub_app'), ownerUrl });
    await withClient(cluster.applicationUrl, async (client) => {
      await client.query(begin({ viewer: PUBLIC, role: 'hub_app', writes: false }));
      const { rows } = await client.query('SELECT current_user AS user, session_user AS login');
      expect(rows).toEqual([{ user: 'hub_app', login: decodeURIComponent(new URL(ownerUrl).username) }]);
    });
    await cluster.close();
  });

  it('is migrated through the owner’s connection where one is given', async () => {
    const { ownerUrl } = inject('server');
    const cluster = await openCluster({ dataDir: 'unused', databaseUrl: given.href, databaseOwnerUrl: ownerUrl });
    expect(cluster).toMatchObject({ applicationUrl: given.href, ownerUrl });
  });
});

describe('a URL that does not work is refused in one line without the password', () => {
  const secret = 'hunter2%25';
  const server = given.host;
  const user = given.username;

  it.each([
    [
      'a port where nothing listens',
      changed({ port: '1', password: secret }),
      'nothing answers at 127.0.0.1:1; is PostgreSQL running there?',
    ],
    ['an unknown host', changed({ hostname: 'db.invalid', password: secret }), 'the host "db.invalid" is unknown'],
    [
      'a wrong password',
      changed({ password: secret }),
      `PostgreSQL at ${server} does not let "${user}" in: check the user and the password`,
    ],
    [
      'no password',
      changed({ password: '' }),
      `PostgreSQL at ${server} does not let "${user}" in: check the user and the password`,
    ],
    [
      'an unknown user',
      changed({ username: 'nobody', password: secret }),
      `PostgreSQL at ${server} does not let "nobody" in: check the user and the password`,
    ],
    [
      'an unknown database',
      changed({ pathname: '/absent' }),
      `PostgreSQL at ${server} has no database "absent": create it first`,
    ],
  ])('%s', async (_, url, reason) => {
    expect(await refusalOf(url)).toBe(`DATABASE_URL: ${reason}`);
  });

  it('to a database with an apostrophe in its name, or in another encoding', async () => {
    const server = inject('server');
    await withClient(server.ownerUrl, (client) => client.query(`CREATE DATABASE "o'dd" TEMPLATE template0`));
    await withClient(server.ownerUrl, (client) =>
      client.query(`CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`),
    );
    try {
      expect(await refusalOf(urlOf(server.ownerUrl, "o'dd"))).toMatch(/must not have an apostrophe/);
      expect(await refusalOf(urlOf(server.ownerUrl, 'latin'))).toMatch(/is encoded in LATIN1, and the hub needs UTF8/);
    } finally {
      await dropDatabase(server.ownerUrl, "o'dd");
      await dropDatabase(server.ownerUrl, 'latin');
    }
  });

  it('that is no URL', async () => {
    expect(await refusalOf('postgres://user:pa#ss@host/db')).toBe(
      'DATABASE_URL is not a URL such as postgres://user:password@host:5432/database',
    );
  });

  it('names the owner’s variable where that one is wrong', async () => {
    expect(await refusalOf(given.href, changed({ pathname: '/absent' }))).toMatch(/^DATABASE_OWNER_URL: /);
  });

  describe('with something else behind the port', () => {
    let other: Server;
    let talk: (socket: Socket) => void;
    const url = () => changed({ port: String((other.address() as AddressInfo).port), password: secret });

    beforeAll(async () => {
      other = createServer((socket) => talk(socket.on('error', () => undefined).resume()));
      await once(other.listen(0, '127.0.0.1'), 'listening');
    });
    afterAll(() => other.close());

    it('that closes the connection', async () => {
      talk = (socket) => socket.end();
      expect(await refusalOf(url())).toMatch(/^DATABASE_URL: 127\.0\.0\.1:\d+ cannot be used: .+$/);
    });

    it('that speaks HTTP', async () => {
      talk = (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
      expect(await refusalOf(url())).toMatch(/^DATABASE_URL: 127\.0\.0\.1:\d+ cannot be used: .+$/);
    });

    it('that never answers', async () => {
      talk = () => undefined;
      expect(await refusalOf(url())).toMatch(/^DATABASE_URL: 127\.0\.0\.1:\d+ cannot be used: .*timeout.*$/);
    });

    it('that is a PostgreSQL too old', async () => {
      talk = (socket) => {
        const replies = [WELCOME, versionRow('130011')];
        socket.on('data', () => socket.write(replies.shift() ?? ''));
      };
      expect(await refusalOf(url())).toBe('DATABASE_URL: the server is PostgreSQL 13, and the hub needs 14 or later');
    });
  });
});

// No PostgreSQL 13 is at hand to ask: this is what one that wants no password says.
function message(type: string, ...body: number[]): Buffer {
  return Buffer.from([type.charCodeAt(0), 0, 0, 0, body.length + 4, ...body]);
}

const READY = message('Z', ...Buffer.from('I'));
const WELCOME = Buffer.concat([message('R', 0, 0, 0, 0), READY]);

/** The answer to SHOW server_version_num: one column of type text, one row. */
function versionRow(version: string): Buffer {
  const type = [0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0];
  return Buffer.concat([
    message('T', 0, 1, ...Buffer.from('server_version_num\0'), ...type),
    message('D', 0, 1, 0, 0, 0, version.length, ...Buffer.from(version)),
    message('C', ...Buffer.from('SHOW\0')),
    READY,
  ]);
}
