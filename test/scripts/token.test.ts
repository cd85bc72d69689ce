import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openAuthenticator } from '../../kit/authentication/authenticator.js';
import { killRunning, runScript } from '../testkit/process.js';

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corridor-hub-token-'));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
  const hub = runScript('start', [], { HUB_DATA_DIR: dataDir, PORT: '0', HUB_SAMPLE: '0' });
  await hub.printed(/answers at/);
  hub.child.kill('SIGTERM');
  await hub.ended();
});
afterEach(killRunning);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function token(line: string, variables: Record<string, string> = {}) {
  const run = runScript('token', line.split(' '), { HUB_DATA_DIR: dataDir, ...variables });
  return { code: await run.ended(), output: run.output() };
}

test('it prints a token and nothing else', async () => {
  const { code, output } = await token('--role partner --company oec --expires 15m');
  expect(code).toBe(0);
  expect(output).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  const { exp = 0, iat = 0 } = decodeJwt(output.trim());
  expect(exp - iat).toBe(900);
  const { viewerOf } = await openAuthenticator({ production: false, dataDir });
  expect(await viewerOf(`Bearer ${output.trim()}`)).toMatchObject({ role: 'PARTNER', company: 'oec' });
});

test.each([
  ['plus-w', 'there is no company "plus-w" in this hub; did you mean plusw?'],
  ['nothing-like-it-at-all', 'there is no company "nothing-like-it-at-all" in this hub'],
])('the slug of no company, %s, is refused with what may have been meant', async (slug, message) => {
  expect(await token(`--role partner --company ${slug}`)).toEqual({ code: 1, output: `corridor-hub: ${message}\n` });
});

test.each([
  ['token', ['--role', 'admin']],
  ['import', ['companies', 'x.csv']],
  ['sample', ['--remove']],
])('%s makes no data folder, and says where it looked', async (script, args) => {
  const absent = join(folder, 'absent');
  const run = runScript(script, args, { HUB_DATA_DIR: absent });
  expect(await run.ended()).toBe(1);
  expect(run.output()).toMatch(/^corridor-hub: there is no hub in \S+\/absent \(no \S+\); .*HUB_DATA_DIR.*\n$/);
  expect(existsSync(absent)).toBe(false);
});

test.each([
  ['--role public', '--role must be one of partner, ministry, admin'],
  ['--company oec', '--role must be one of'],
  ['--role partner', 'a partner needs --company'],
  ['--role partner --company OEC!', 'a partner needs --company, a slug'],
  ['--role admin --company oec', '--company goes with --role partner only'],
  ['--role admin --expires 31d', '--expires must be a time such as 30s, 15m, 8h or 7d, and at most 30d'],
  ['--role admin --expires 0s', '--expires must be'],
  ['--role admin --expires 8', '--expires must be'],
  ['--role admin --subject=', '--subject must have'],
  ['--rule admin', "Unknown option '--rule'"],
  ['admin', 'Unexpected argument'],
])('%s is refused in one line with the usage', async (line, message) => {
  const { code, output } = await token(line);
  expect(code).toBe(1);
  expect(output.startsWith('corridor-hub: ')).toBe(true);
  expect(output).toContain(message);
  expect(output).toMatch(/^[^\n]+npm run -s token -- --role [^\n]+\n$/);
});

test('it gives none in production or beside an identity provider', async () => {
  const provider = { HUB_JWT_JWKS_URL: 'https://id.example/jwks', HUB_JWT_ISSUER: 'https://id.example/' };
  expect(await token('--role admin', { NODE_ENV: 'production' })).toMatchObject({
    code: 1,
    output: expect.stringContaining('in production'),
  });
  expect(await token('--role admin', { ...provider, HUB_JWT_AUDIENCE: 'hub' })).toMatchObject({
    code: 1,
    output: expect.stringContaining('tokens come from https://id.example/'),
  });
});
