import { expect, test } from 'vitest';
import { readEnvironment } from '../../kit/environment.js';
import { OperatorError } from '../../kit/errors.js';

test('without variables everything has its default', () => {
  expect(readEnvironment({})).toEqual({
    port: undefined,
    host: '127.0.0.1',
    databaseUrl: undefined,
    databaseOwnerUrl: undefined,
    dataDir: '.data',
    migratesAtStart: true,
    operationMemory: 256 * 1024 * 1024,
    sample: true,
    allowedOrigins: [],
    issuer: undefined,
    gatewaySecret: undefined,
    production: false,
    logLevel: 'warn',
    dryRun: false,
    emptiesValues: false,
    subgraphUrls: {},
  });
});

test('variables are read, and an empty one is as if it were not there', () => {
  expect(
    readEnvironment({
      PORT: '8080',
      HUB_SAMPLE: '0',
      HUB_MIGRATE: 'job',
      DATABASE_URL: '',
      HUB_ALLOWED_ORIGINS: 'https://a.example, https://b.example:8443',
      SUBGRAPH_TRADE_EVENTS_URL: 'http://127.0.0.1:4004/graphql',
    }),
  ).toMatchObject({
    port: 8080,
    migratesAtStart: false,
    sample: false,
    databaseUrl: undefined,
    allowedOrigins: ['https://a.example', 'https://b.example:8443'],
    subgraphUrls: { 'trade-events': 'http://127.0.0.1:4004/graphql' },
  });
});

const issuer = {
  HUB_JWT_JWKS_URL: 'https://id.example/jwks',
  HUB_JWT_ISSUER: 'https://id.example/',
  HUB_JWT_AUDIENCE: 'hub',
};

test('an identity provider, the secret of the gateway and production are read', () => {
  const secret = 'x'.repeat(32);
  expect(readEnvironment({ ...issuer, HUB_GATEWAY_SECRET: secret, NODE_ENV: 'production' })).toMatchObject({
    issuer: { jwksUrl: 'https://id.example/jwks', issuer: 'https://id.example/', audience: 'hub' },
    gatewaySecret: secret,
    production: true,
  });
  expect(readEnvironment({ NODE_ENV: 'development' }).production).toBe(false);
});

test.each([
  [{ PORT: '-1' }, 'PORT must be a port number between 0 and 65535 (it is "-1")'],
  [{ PORT: '65536' }, 'PORT must be a port number between 0 and 65535 (it is "65536")'],
  [{ HUB_SAMPLE: 'true' }, 'HUB_SAMPLE must be 0 or 1 (it is "true")'],
  [{ HUB_ALLOWED_ORIGINS: 'example.org' }, 'HUB_ALLOWED_ORIGINS must be origins such as https://portal.example'],
  [{ SUBGRAPH_PEOPLE_URL: 'people' }, 'SUBGRAPH_PEOPLE_URL must be a URL such as'],
  [{ ...issuer, HUB_JWT_JWKS_URL: 'file:///etc/passwd' }, 'HUB_JWT_JWKS_URL must be a URL such as'],
  [{ ...issuer, HUB_JWT_AUDIENCE: '' }, 'the three HUB_JWT_ variables go together: HUB_JWT_AUDIENCE missing'],
  [
    { HUB_JWT_ISSUER: 'https://id.example/' },
    'the three HUB_JWT_ variables go together: HUB_JWT_JWKS_URL and HUB_JWT_AUDIENCE missing',
  ],
  [{ DATABASE_OWNER_URL: 'postgres://a@b/c' }, 'DATABASE_OWNER_URL needs DATABASE_URL beside it'],
])('%j is refused in one line', (variables, message) => {
  expect(() => readEnvironment(variables)).toThrow(message);
});

test('a wrong DATABASE_URL does not show its password', () => {
  expect(() => readEnvironment({ DATABASE_URL: 'mysql://me:secret@host/db' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret') }),
  );
});

test.each([
  { HUB_GATEWAY_SECRET: 'too-short-secret' },
  { HUB_GATEWAY_SECRET: `secret\n${'x'.repeat(40)}` },
  { ...issuer, HUB_JWT_JWKS_URL: 'https://me:secret@id.example/jwks' },
])('%j is refused, and its secret is not shown', (variables) => {
  const refused = expect(() => readEnvironment(variables));
  refused.toThrow(OperatorError);
  refused.toThrow(expect.objectContaining({ message: expect.not.stringContaining('secret') }));
});
