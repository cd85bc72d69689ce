import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withClient } from '../../../kit/postgres/database.js';
import { serverOf, startHub, temporaryDataDir } from './hub.js';

const query = <Row extends object>(url: string, sql: string) =>
  withClient(url, async (client) => (await client.query<Row>(sql)).rows);

describe('the embedded PostgreSQL', () => {
  it('is created on the first start and keeps its data over a restart, without a word', async () => {
    const dataDir = temporaryDataDir();
    const first = await startHub({ dataDir });
    expect(first.progress).toEqual([`Creating the database in ${dataDir} …`]);
    await query(first.ownerUrl, 'CREATE TABLE remembered AS SELECT 42 AS answer');
    await first.stop();
    expect(serverOf(dataDir)).toBeUndefined();

    const second = await startHub({ dataDir });
    expect(second.progress).toEqual([]);
    expect(await query(second.ownerUrl, 'TABLE remembered')).toEqual([{ answer: 42 }]);
  });

  it('runs once for all processes, until the last one leaves', async () => {
    const dataDir = temporaryDataDir();
    const first = await startHub({ dataDir, holdHubLock: true });
    const server = serverOf(dataDir);
    const second = await startHub({ dataDir });
    expect(second.applicationUrl).toBe(first.applicationUrl);

    await first.stop();
    expect(serverOf(dataDir)).toBe(server);
    expect(await query(second.applicationUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(serverOf(dataDir)).toBeUndefined();
  });

  it('is created once when many processes come, and is down when all have gone', async () => {
    const dataDir = temporaryDataDir();
    const hubs = await Promise.all([1, 2, 3, 4].map(() => startHub({ dataDir })));
    expect(hubs.map(({ refusal }) => refusal)).toEqual([undefined, undefined, undefined, undefined]);
    expect(new Set(hubs.map(({ ownerUrl }) => ownerUrl)).size).toBe(1);
    const [late] = await Promise.all([startHub({ dataDir }), ...hubs.map((hub) => hub.stop())]);
    expect(await query(late.applicationUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await late.stop();
    expect(serverOf(dataDir)).toBeUndefined();
    expect(readdirSync(join(dataDir, 'users'))).toEqual([]);
  });

  it('outlives a hub killed by kill -9, and the next hub takes it over', async () => {
    const dataDir = temporaryDataDir();
    const killed = await startHub({ dataDir, holdHubLock: true });
    const server = serverOf(dataDir);
    await killed.kill();
    expect(serverOf(dataDir)).toBe(server);

    const next = await startHub({ dataDir, holdHubLock: true });
    expect(next.refusal).toBeUndefined();
    expect(serverOf(dataDir)).toBe(server);
    await next.stop();
    expect(serverOf(dataDir)).toBeUndefined();
  });

  it('refuses a second hub on the same data folder in one line, and leaves the first alone', async () => {
    const dataDir = temporaryDataDir();
    const first = await startHub({ dataDir, holdHubLock: true });
    const second = await startHub({ dataDir, holdHubLock: true });
    expect(second.refusal).toBe(
      `The data folder ${dataDir} is in use by another hub (process ${first.pid}): stop that one, or set HUB_DATA_DIR to another folder`,
    );
    expect(await query(first.applicationUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await first.stop();
    expect(existsSync(join(dataDir, 'hub.lock'))).toBe(false);
  });

  it.each([
    ['of a dead process', '999999'],
    ['whose process id now belongs to another program', String(process.pid)],
  ])('starts over a postmaster.pid and a hub.lock %s', async (_, pid) => {
    const dataDir = temporaryDataDir();
    const first = await startHub({ dataDir, holdHubLock: true });
    await first.stop();
    const folder = join(dataDir, 'postgres');
    writeFileSync(join(folder, 'postmaster.pid'), `${pid}\n${folder}\n1700000000\n5432\n\n127.0.0.1\n0 0\nready   \n`);
    writeFileSync(join(dataDir, 'hub.lock'), `${pid}\nsome other start\n`);
    writeFileSync(join(dataDir, 'users', `${pid}-left`), `${pid}\nsome other start\n`);

    const next = await startHub({ dataDir, holdHubLock: true });
    expect(next.refusal).toBeUndefined();
    expect(await query(next.applicationUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await next.stop();
    expect(serverOf(dataDir)).toBeUndefined();
  });

  it('shows its passwords to nobody else and listens on this machine alone', async () => {
    const dataDir = temporaryDataDir();
    const hub = await startHub({ dataDir });
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(await query(hub.applicationUrl, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const stranger = new URL(hub.applicationUrl);
    stranger.password = 'guessed';
    await expect(query(stranger.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });
});
