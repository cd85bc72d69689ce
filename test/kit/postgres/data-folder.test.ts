import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OperatorError } from '../../../kit/errors.js';
import { openCluster } from '../../../kit/postgres/cluster.js';
import { serverOf, startHub, temporaryDataDir } from './hub.js';

async function refusalOf(dataDir: string): Promise<string> {
  const failure = await openCluster({ dataDir }).then(
    (cluster) => cluster.close(),
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(OperatorError);
  return String((failure as OperatorError).message);
}

async function createdDataDir(): Promise<string> {
  const dataDir = temporaryDataDir();
  const hub = await startHub({ dataDir });
  await hub.stop();
  return dataDir;
}

describe('a data folder that cannot serve is refused in one line', () => {
  it('of another major version of PostgreSQL', async () => {
    const dataDir = await createdDataDir();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '13\n');
    expect(await refusalOf(dataDir)).toBe(
      `The data folder ${dataDir} is of PostgreSQL 13, and this hub brings 18: move the data with pg_dump, or set HUB_DATA_DIR`,
    );
  });

  it('without the passwords', async () => {
    const dataDir = await createdDataDir();
    rmSync(join(dataDir, 'secrets.json'));
    expect(await refusalOf(dataDir)).toMatch(/^.*secrets\.json is missing.*$/);
  });

  it('with other passwords than the server has', async () => {
    const dataDir = await createdDataDir();
    const secrets = { postgres: 'wrong', hub_owner: 'wrong', hub_app: 'wrong' };
    writeFileSync(join(dataDir, 'secrets.json'), JSON.stringify(secrets));
    expect(await refusalOf(dataDir)).toMatch(/^The running PostgreSQL does not take the password in secrets\.json.*$/);
    expect(serverOf(dataDir)).toBeUndefined();
  });

  it('with settings the server does not start with, naming its log', async () => {
    const dataDir = await createdDataDir();
    writeFileSync(join(dataDir, 'postgres', 'postgresql.auto.conf'), "shared_preload_libraries = 'absent'\n");
    expect(await refusalOf(dataDir)).toBe(
      `PostgreSQL did not start: could not access file "absent": No such file or directory (see ${dataDir}/postgres/server.log)`,
    );
  });

  it('that is no folder', async () => {
    const dataDir = temporaryDataDir();
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'file'), '');
    expect(await refusalOf(join(dataDir, 'file'))).toMatch(/^The data folder .* cannot be used: EEXIST.*$/);
  });

  it('whose database is somebody else’s files', async () => {
    const dataDir = temporaryDataDir();
    mkdirSync(join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres', 'diary.txt'), 'dear diary');
    expect(await refusalOf(dataDir)).toMatch(/^.*postgres is there, but holds no PostgreSQL database.*$/);
    expect(readFileSync(join(dataDir, 'postgres', 'diary.txt'), 'utf8')).toBe('dear diary');
  });

  it.skipIf(process.getuid?.() === 0)('that may not be written', async () => {
    const dataDir = temporaryDataDir();
    mkdirSync(dataDir, { mode: 0o500 });
    expect(await refusalOf(dataDir)).toMatch(/^The data folder .* cannot be used: .*$/);
  });
});

describe('a data folder', () => {
  it('with an interrupted first start in it is made anew', async () => {
    const dataDir = temporaryDataDir();
    mkdirSync(join(dataDir, 'postgres.new-0badcafe'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.new-0badcafe', 'PG_VERSION'), '18\n');
    const hub = await startHub({ dataDir });
    expect(hub.refusal).toBeUndefined();
    expect(existsSync(join(dataDir, 'postgres.new-0badcafe'))).toBe(false);
  });

  it.runIf(process.getuid?.() === 0)('that only root can enter works for root', async () => {
    const dataDir = temporaryDataDir();
    chmodSync(dirname(dataDir), 0o700);
    const hub = await startHub({ dataDir });
    expect(hub.refusal).toBeUndefined();
    const database = realpathSync(join(dataDir, 'postgres'));
    onTestFinished(() => rmSync(database, { recursive: true, force: true }));
    expect(database.startsWith(dataDir)).toBe(false);
    expect(hub.progress.at(-1)).toContain(database);
    await hub.stop();
    const again = await startHub({ dataDir });
    expect(again.refusal).toBeUndefined();
    expect(again.progress).toEqual([]);
    await again.stop();
  });
});
