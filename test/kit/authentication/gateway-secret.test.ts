import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isGatewaySecret, readGatewaySecret } from '../../../kit/authentication/gateway-secret.js';
import { OperatorError } from '../../../kit/errors.js';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'corridor-hub-gateway-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

test('the secret is the one of the environment', () => {
  const gatewaySecret = 'g'.repeat(32);
  expect(readGatewaySecret({ gatewaySecret, dataDir, production: true })).toBe(gatewaySecret);
});

test.each([true, false])('or the one of the data folder, the same each time (production: %s)', async (production) => {
  const secret = readGatewaySecret({ dataDir, production });
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(readGatewaySecret({ dataDir, production })).toBe(secret);
  expect((await stat(join(dataDir, 'gateway-secret'))).mode & 0o777).toBe(0o600);
});

test('an emptied file is no secret, and a folder that is a file cannot hold one', async () => {
  const file = join(dataDir, 'gateway-secret');
  await writeFile(file, '\n');
  expect(() => readGatewaySecret({ dataDir, production: false })).toThrow(`${file} is damaged`);
  expect(() => readGatewaySecret({ dataDir: file, production: false })).toThrow(OperatorError);
});

test('only the very secret passes', () => {
  const secret = readGatewaySecret({ dataDir, production: false });
  expect(isGatewaySecret(secret, secret)).toBe(true);
  for (const other of [undefined, '', secret.slice(1), `${secret}x`, [secret], [secret, secret]])
    expect(isGatewaySecret(other, secret)).toBe(false);
});
