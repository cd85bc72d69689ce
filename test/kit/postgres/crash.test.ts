import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { withClient } from '../../../kit/postgres/database.js';
import { nextServer, serverOf, startHub, temporaryDataDir } from './hub.js';

const query = <Row extends object>(url: string, sql: string, values: unknown[] = []) =>
  withClient(url, async (client) => (await client.query<Row>(sql, values)).rows);

/** The same, asked again for as long as nothing answers. */
async function answerTo(url: string, sql: string): Promise<object[]> {
  for (;;) {
    try {
      return await query(url, sql);
    } catch {
      await sleep(50);
    }
  }
}

describe('a PostgreSQL that ended', () => {
  it.each([
    'SIGKILL',
    'SIGQUIT',
    'SIGINT',
  ] as const)('by %s is started again where every process looks for it', async (signal) => {
    const dataDir = temporaryDataDir();
    const hub = await startHub({ dataDir, holdHubLock: true, keepRunning: true });
    const other = await startHub({ dataDir });
    const third = await startHub({ dataDir, keepRunning: true });
    await query(hub.ownerUrl, 'CREATE TABLE remembered AS SELECT 42 AS answer');

    for (let time = 1; time <= 2; time += 1) {
      const server = serverOf(dataDir) ?? 0;
      process.kill(server, signal);
      expect(await nextServer(dataDir, server)).not.toBe(server);
      for (const { ownerUrl } of [hub, other, third]) {
        expect(await answerTo(ownerUrl, 'TABLE remembered')).toEqual([{ answer: 42 }]);
      }
    }
    const late = await startHub({ dataDir });
    expect(late.ownerUrl).toBe(hub.ownerUrl);
    for (const each of [hub, other, third, late]) await each.stop();
    expect(serverOf(dataDir)).toBeUndefined();
  });

  it.runIf(process.platform === 'linux')(
    'while it computed something comes back, and does not wait for that',
    async () => {
      const dataDir = temporaryDataDir();
      const hub = await startHub({ dataDir, keepRunning: true });
      const endless = query(hub.ownerUrl, 'SELECT count(*) FROM generate_series(1, 100000000000) n WHERE n % 7 = 1');
      const lost = expect(endless).rejects.toThrow(/terminated/);
      while (
        (await query(hub.ownerUrl, "SELECT FROM pg_stat_activity WHERE state = 'active' AND query ~ '100000000000'"))
          .length < 2
      ) {
        await sleep(20);
      }
      process.kill(serverOf(dataDir) ?? 0, 'SIGKILL');
      await lost;
      expect(await answerTo(hub.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await hub.stop();
    },
  );

  it('is not started again once it was closed, nor by a process that does not keep it running', async () => {
    const dataDir = temporaryDataDir();
    const hub = await startHub({ dataDir });
    process.kill(serverOf(dataDir) ?? 0, 'SIGKILL');
    await expect(query(hub.ownerUrl, 'SELECT 1')).rejects.toThrow();
    await sleep(1_000);
    expect(serverOf(dataDir)).toBeUndefined();
    const next = await startHub({ dataDir, keepRunning: true });
    expect(next.ownerUrl).toBe(hub.ownerUrl);
    await hub.stop();
    await next.stop();
    expect(serverOf(dataDir)).toBeUndefined();
  });
});

describe('the log of PostgreSQL', () => {
  const logOf = (dataDir: string) => {
    const folder = join(dataDir, 'postgres', 'log');
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
  };

  it('holds nothing of what was asked, also where it failed', async () => {
    const dataDir = temporaryDataDir();
    const hub = await startHub({ dataDir });
    await query(hub.ownerUrl, 'CREATE TABLE passport (number text PRIMARY KEY, born date)');
    await query(hub.ownerUrl, "INSERT INTO passport VALUES ('XX7654321', '1990-01-01')");
    await expect(query(hub.ownerUrl, "INSERT INTO passport VALUES ('XX7654321')")).rejects.toThrow(/duplicate/);
    await expect(query(hub.ownerUrl, 'INSERT INTO passport VALUES ($1)', ['XX7654321'])).rejects.toThrow(/duplicate/);
    await expect(query(hub.ownerUrl, "SELECT 'XX7654321'::date")).rejects.toThrow(/invalid input/);
    await hub.stop();
    expect(logOf(dataDir)).toContain('ready to accept connections');
    expect(logOf(dataDir)).not.toContain('XX7654321');
  });

  it('keeps its newest files, and no more', async () => {
    const dataDir = temporaryDataDir();
    await (await startHub({ dataDir })).stop();
    const folder = join(dataDir, 'postgres', 'log');
    for (let day = 10; day < 30; day += 1) writeFileSync(join(folder, `server-202001${day}-000000.log`), 'old');
    writeFileSync(join(dataDir, 'postgres', 'server.log'), 'x'.repeat(2_000_000));
    await (await startHub({ dataDir })).stop();
    const names = readdirSync(folder).sort();
    expect(names.length).toBeLessThanOrEqual(6);
    expect(names.at(-1)).not.toMatch(/^server-2020/);
    expect(readFileSync(join(dataDir, 'postgres', 'server.log')).length).toBeLessThan(10_000);
  });
});
