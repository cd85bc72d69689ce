import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAuthenticator } from '../../../kit/authentication/authenticator.js';
import { localKeys, signLocalToken } from '../../../kit/authentication/local-issuer.js';
import { OperatorError } from '../../../kit/errors.js';
import { projectFile } from '../../../kit/project.js';
import { signingKey, startProvider } from './identity-provider.js';

let dataDir: string;
beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'corridor-hub-issuer-')), 'data');
});
afterEach(() => rm(join(dataDir, '..'), { recursive: true, force: true }));

const partner = { role: 'partner', company: 'oec', subject: 'naseer', expiresIn: 60 } as const;
const refused = { status: 401, code: 'UNAUTHENTICATED' };

test('on a laptop the tokens of its own issuer are taken', async () => {
  const { viewerOf } = await openAuthenticator({ production: false, dataDir });
  const token = await signLocalToken(dataDir, partner);
  expect(await viewerOf(`Bearer ${token}`)).toMatchObject({ role: 'PARTNER', company: 'oec', subject: 'naseer' });
  expect(decodeJwt(token)).toMatchObject({ iss: 'https://corridor-hub.localhost', scope: 'partner' });
});

test('a token of another data folder is refused, and the refusal names its key', async () => {
  const { viewerOf } = await openAuthenticator({ production: false, dataDir });
  const token = await signLocalToken(join(dataDir, 'other'), partner);
  const message = `The key '${decodeProtectedHeader(token).kid}' that signed the token is unknown here.`;
  await expect(viewerOf(`Bearer ${token}`)).rejects.toMatchObject({ ...refused, message });
});

test('a key whose name does not fit into a header is not repeated', async () => {
  const { viewerOf } = await openAuthenticator({ production: false, dataDir });
  const [, payload, signature] = (await signLocalToken(dataDir, partner)).split('.');
  const header = Buffer.from(JSON.stringify({ alg: 'ES256', kid: 'a"\r\nb' })).toString('base64url');
  const message = 'The key that signed the token is unknown here.';
  await expect(viewerOf(`Bearer ${header}.${payload}.${signature}`)).rejects.toMatchObject({ ...refused, message });
});

test('in production it is off, leaves no key behind, and the public is still served', async () => {
  const { viewerOf } = await openAuthenticator({ production: true, dataDir });
  expect(existsSync(dataDir)).toBe(false);
  await expect(viewerOf(`Bearer ${await signLocalToken(dataDir, partner)}`)).rejects.toMatchObject(refused);
  expect(await viewerOf(undefined)).toMatchObject({ role: 'PUBLIC' });
});

test('beside an identity provider it is off', async () => {
  const provider = await startProvider(await signingKey('es'));
  const { viewerOf } = await openAuthenticator({ ...provider.environment, production: false, dataDir });
  await expect(viewerOf(`Bearer ${await signLocalToken(dataDir, partner)}`)).rejects.toMatchObject(refused);
  await provider.close();
});

test('its key is for its owner alone, and no draft is left', async () => {
  localKeys(dataDir);
  expect(await readdir(dataDir)).toEqual(['issuer.json']);
  expect((await stat(join(dataDir, 'issuer.json'))).mode & 0o777).toBe(0o600);
});

test('its public keys hold no private part', async () => {
  const key = await localKeys(dataDir)({ alg: 'ES256' }, { payload: '', signature: '' });
  expect(key).toMatchObject({ type: 'public' });
});

test('processes that start together end with the same key', async () => {
  const loader = projectFile('test', 'testkit', 'typescript-imports.mjs');
  const code = `import { signLocalToken } from ${JSON.stringify(projectFile('kit', 'authentication', 'local-issuer.ts'))};
    process.stdout.write(await signLocalToken(${JSON.stringify(dataDir)}, ${JSON.stringify(partner)}));`;
  const run = () => promisify(execFile)(process.execPath, ['--import', loader, '--input-type=module', '-e', code]);
  const runs = await Promise.all([run(), run(), run(), run()]);
  const { viewerOf } = await openAuthenticator({ production: false, dataDir });
  for (const { stdout } of runs) expect(await viewerOf(`Bearer ${stdout}`)).toMatchObject({ role: 'PARTNER' });
  expect(await readdir(dataDir)).toEqual(['issuer.json']);
});

test.each(['{ "kty": "EC"', '{}', ''])('a damaged key (%s) is named, and not replaced unasked', async (text) => {
  localKeys(dataDir);
  const file = join(dataDir, 'issuer.json');
  await writeFile(file, text);
  expect(() => localKeys(dataDir)).toThrow(OperatorError);
  expect(() => localKeys(dataDir)).toThrow(`${file} is damaged`);
  expect(await readFile(file, 'utf8')).toBe(text);
});
