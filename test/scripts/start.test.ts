import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLClient } from 'graphql-request';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { GATEWAY_HEADER, readGatewaySecret } from '../../kit/authentication/gateway-secret.js';
import { signLocalToken } from '../../kit/authentication/local-issuer.js';
import { isAlive } from '../../kit/postgres/process-identity.js';
import { killRunning, type Run, runScript } from '../testkit/process.js';

let folder: string;
let dataDir: string;
let variables: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corridor-hub-start-'));
  // PostgreSQL runs as another user where the tests run as root.
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
  variables = { HUB_DATA_DIR: dataDir, PORT: '0', HUB_SAMPLE: '0' };
});
afterEach(killRunning);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(): Promise<Run & { client: GraphQLClient }> {
  const run = runScript('start', [], variables);
  const [, url = ''] = await run.printed(/answers at (\S+)/);
  return { ...run, client: new GraphQLClient(url) };
}

/** The header of the hub's operator, with a token of the data folder's own issuer. */
async function asAdmin(): Promise<{ authorization: string }> {
  const token = await signLocalToken(dataDir, { role: 'admin', subject: 'operator', expiresIn: 60 });
  return { authorization: `Bearer ${token}` };
}

/** The process id of the hub's own PostgreSQL, from the file that PostgreSQL itself keeps. */
async function postmaster(): Promise<number> {
  const file = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
  return Number(file.split('\n')[0]);
}

const company = '{ company(slug: "test-care") { name } }';

async function sheet(name: string, ...lines: string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}
const HEADER = 'slug,name_en,name_ja,name_ur,kinds,country,prefecture,website,corporate_number,sectors';

describe('the life of a hub', { timeout: 180_000 }, () => {
  test('it starts on an empty folder, answers, and ends with its PostgreSQL on SIGTERM', async () => {
    const hub = await start();
    expect(hub.output()).toMatch(/^Creating the database in /);
    const both = '{ company(slug: "oec") { name } placements { totalCount } }';
    const oec = { name: 'Overseas Employment Corporation' };
    expect(await hub.client.request(both, {}, await asAdmin())).toEqual({
      company: oec,
      placements: { totalCount: 0 },
    });
    await expect(hub.client.request(both)).rejects.toMatchObject({
      response: {
        data: { company: oec, placements: null },
        errors: [expect.objectContaining({ path: ['placements'], extensions: { code: 'UNAUTHENTICATED' } })],
      },
    });
    const pid = await postmaster();
    hub.child.kill('SIGTERM');
    expect(await hub.ended()).toBe(0);
    expect(isAlive(pid)).toBe(false);
  });

  test('a sheet loads while no hub runs, and again while one does, and a bad one loads nothing and says why', async () => {
    const good = await sheet('good.csv', HEADER, 'test-care,Test Care,,,ACCEPTING,JP,JP-13,,,nursing-care');
    const first = runScript('import', ['companies', good], variables);
    expect([await first.ended(), first.output()]).toEqual([
      0,
      'companies: 1 row read: 1 inserted, 0 updated, 0 unchanged.\n',
    ]);

    const hub = await start();
    expect(await hub.client.request(company)).toEqual({ company: { name: 'Test Care' } });
    const changed = await sheet('changed.csv', HEADER, 'test-care,Test Care Tokyo,,,ACCEPTING,JP,JP-13,,,nursing-care');
    const dry = runScript('import', ['companies', changed, '--dry-run'], variables);
    expect(await dry.ended()).toBe(0);
    expect(await hub.client.request(company)).toEqual({ company: { name: 'Test Care' } });
    expect(await runScript('import', ['companies', changed], variables).ended()).toBe(0);
    expect(await hub.client.request(company)).toEqual({ company: { name: 'Test Care Tokyo' } });

    const bad = await sheet(
      'bad.csv',
      HEADER,
      'test-care,Wrong,,,EMPLOYER,JP,JP-48,,,nursing',
      'other-care,Fine,,,ACCEPTING,JP,JP-13,,,',
    );
    const refused = runScript('import', ['companies', bad], variables);
    expect(await refused.ended()).toBe(1);
    expect(refused.output().split('\n')).toEqual([
      'companies: nothing was loaded: 3 problems in 2 rows.',
      expect.stringMatching(/^line 2, column kinds: "EMPLOYER" .* must be one of SENDING, ACCEPTING/),
      expect.stringMatching(/^line 2, column prefecture: "JP-48" must be /),
      expect.stringMatching(/^line 2, column sectors: "nursing" must be the code of a sector/),
      '',
    ]);
    expect(
      await hub.client.request(
        '{ companies(filter: { slug: { in: ["test-care", "other-care"] } }) { nodes { name } } }',
      ),
    ).toEqual({
      companies: { nodes: [{ name: 'Test Care Tokyo' }] },
    });
    hub.child.kill('SIGINT');
    expect(await hub.ended()).toBe(0);
  });

  test('a second hub on the same folder is told so; after kill -9 the next one adopts PostgreSQL and has lost nothing', async () => {
    const hub = await start();
    const second = runScript('start', [], variables);
    expect(await second.ended()).toBe(1);
    expect(second.output()).toMatch(/^corridor-hub: .*in use by another hub \(process \d+\).*\n$/);

    const pid = await postmaster();
    hub.child.kill('SIGKILL');
    await hub.ended();
    expect(isAlive(pid)).toBe(true);
    const next = await start();
    expect(await postmaster()).toBe(pid);
    expect(await next.client.request(company)).toEqual({ company: { name: 'Test Care Tokyo' } });
    next.child.kill('SIGTERM');
    expect(await next.ended()).toBe(0);
    expect(isAlive(pid)).toBe(false);
  });
});

describe('a subgraph alone', () => {
  test('answers who shares its data folder’s secret, under the token that is passed on, and nobody else', async () => {
    const run = runScript('subgraph', ['people'], variables);
    const [, url = ''] = await run.printed(/answers at (\S+?)\. /);
    const ask = async (headers: Record<string, string>) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{"query":"{ placements { totalCount } }"}',
      });
      return { status: response.status, body: await response.json() };
    };
    const gateway = { [GATEWAY_HEADER]: readGatewaySecret({ dataDir, production: false }) };
    const refused = { status: 403, body: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } };
    expect(await ask(await asAdmin())).toMatchObject(refused);
    expect(await ask({ ...(await asAdmin()), [GATEWAY_HEADER]: 'x'.repeat(43) })).toMatchObject(refused);
    expect(await ask(gateway)).toMatchObject({
      status: 200,
      body: { data: { placements: null }, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
    expect(await ask({ ...gateway, ...(await asAdmin()) })).toEqual({
      status: 200,
      body: { data: { placements: { totalCount: 0 } } },
    });
    run.child.kill('SIGTERM');
    expect(await run.ended()).toBe(0);
  });
});

describe('what the operator can mend is one line and exit code 1', () => {
  test.each([
    [{ PORT: 'http' }, /PORT must be a port number between 0 and 65535 \(it is "http"\)/],
    [{ HUB_SAMPLE: 'yes' }, /HUB_SAMPLE must be 0 or 1 \(it is "yes"\)/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must be a PostgreSQL URL/],
    [{ DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' }, /DATABASE_URL/],
    [{ SUBGRAPH_PEEPLE_URL: 'http://127.0.0.1:1/graphql' }, /SUBGRAPH_PEEPLE_URL: there is no subgraph peeple/],
  ])('%j', async (wrong, line) => {
    const run = runScript('start', [], { ...variables, ...wrong });
    expect(await run.ended()).toBe(1);
    expect(run.output()).toMatch(line);
    expect(run.output().trimEnd().split('\n')).toHaveLength(1);
    expect(run.output()).not.toContain('secret');
  });

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const absent = join(folder, 'absent');
    const run = runScript('start', [], { ...variables, HUB_DATA_DIR: absent, PORT: String(port) });
    expect(await run.ended()).toBe(1);
    expect(existsSync(absent)).toBe(false);
    expect(run.output()).toMatch(new RegExp(`corridor-hub: .*${port}.*`));
    expect(run.output().trimEnd().split('\n')).toHaveLength(1);
    other.close();
  });

  test.runIf(process.platform === 'linux')('a data folder that no folder can be made for', async () => {
    const run = runScript('start', [], { ...variables, HUB_DATA_DIR: '/proc/hub/data' });
    expect(await run.ended()).toBe(1);
    expect(run.output()).toMatch(/^corridor-hub: The data folder \/proc\/hub\/data cannot be used: ENOENT.*\n$/);
  });

  test.each([
    ['import', [], /npm run import -- <kind> FILE.csv/],
    ['import', ['firms', 'x.csv'], /there is no kind "firms"\. The kinds are .*companies/],
    ['import', ['companies', 'x.csv', '--dry'], /--dry-run|Unknown option/],
    ['import', ['companies', '/nowhere/x.csv'], /there is no such file/],
    ['sample', ['--placements', 'many'], /--placements must be a whole number/],
    ['sample', ['--placements', '5', '--remove'], /not both/],
    ['subgraph', ['peeple'], /one of companies, people, sectors, trade-events, node/],
  ])('%s %j', async (script, args, line) => {
    const run = runScript(script, args, variables);
    expect(await run.ended()).toBe(1);
    expect(run.output()).toMatch(line);
    expect(run.output().trimEnd().split('\n')).toHaveLength(1);
  });
});
