import { createHmac } from 'node:crypto';
import { exportSPKI, importJWK, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Authenticator, openAuthenticator } from '../../../kit/authentication/authenticator.js';
import { PUBLIC } from '../../../kit/viewer.js';
import { claims, nowSeconds, type SigningKey, sign, signingKey, startProvider } from './identity-provider.js';

let key: SigningKey;
let rsa: SigningKey;
let ed: SigningKey;
let stranger: SigningKey;
let provider: Awaited<ReturnType<typeof startProvider>>;
let authenticator: Authenticator;

beforeAll(async () => {
  key = await signingKey('es');
  rsa = await signingKey('rsa', 'RS256');
  ed = await signingKey('ed', 'EdDSA');
  stranger = await signingKey('es');
  provider = await startProvider(key, rsa, ed);
  authenticator = await openAuthenticator(provider.environment);
});
afterAll(() => provider.close());
afterEach(() => {
  vi.useRealTimers();
});

const refused = { status: 401, code: 'UNAUTHENTICATED' };
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('who asks', () => {
  test('without a header the public does', async () => {
    expect(await authenticator.viewerOf(undefined)).toBe(PUBLIC);
  });

  test.each([
    ['partner', 'PARTNER', 'oec'],
    ['ministry', 'MINISTRY', null],
    ['admin', 'ADMIN', null],
  ])('a token of a %s is taken, and only a partner has a company', async (role, viewerRole, company) => {
    const payload = claims({ role, company: 'oec' });
    expect(await authenticator.viewerOf(await sign(key, payload))).toEqual({
      role: viewerRole,
      subject: 'naseer',
      company,
      expiresAt: new Date((payload.exp ?? 0) * 1000),
    });
  });

  test('RSA and Ed25519 signatures, both types of token, several audiences and any case of Bearer are taken', async () => {
    const tokens = await Promise.all([
      sign(rsa),
      sign(ed),
      sign(key, claims(), { typ: 'JWT' }),
      sign(key, claims(), { typ: 'at+jwt' }),
      sign(key, claims({ aud: ['other', 'corridor-hub'] })),
      sign(key, claims({ nbf: nowSeconds() + 20, iat: nowSeconds() + 20 })),
      sign(key).then((token) => token.replace('Bearer', 'bearer')),
    ]);
    for (const token of tokens) expect(await authenticator.viewerOf(token)).toMatchObject({ role: 'MINISTRY' });
  });

  test('a token that ended 20 seconds ago is still taken, one of 40 seconds ago is not', async () => {
    const ended = (seconds: number) => sign(key, claims({ exp: nowSeconds() - seconds }));
    expect(await authenticator.viewerOf(await ended(20))).toMatchObject({ role: 'MINISTRY' });
    await expect(authenticator.viewerOf(await ended(40))).rejects.toMatchObject({
      ...refused,
      message: 'The token has expired.',
      headers: {
        'www-authenticate':
          'Bearer realm="corridor-hub", error="invalid_token", error_description="The token has expired."',
      },
    });
  });
});

describe('refused are claims', () => {
  const inAnHour = nowSeconds() + 3_600;
  test.each<[string, Record<string, unknown>]>([
    ['of another audience', { aud: 'other' }],
    ['of no audience', { aud: undefined }],
    ['of another issuer', { iss: 'https://id.example' }],
    ['of no issuer', { iss: undefined }],
    ['without an end', { exp: undefined }],
    ['with an end in words', { exp: String(inAnHour) }],
    ['with an end beyond the calendar', { exp: 1e300 }],
    ['with an end in 367 days', { exp: nowSeconds() + 367 * 86_400 }],
    ['that hold only later', { nbf: nowSeconds() + 300 }],
    ['made in the future', { iat: nowSeconds() + 300 }],
    ['made at a time in words', { iat: 'now' }],
    ['without a subject', { sub: undefined }],
    ['with an empty subject', { sub: '' }],
    ['with a subject that is a number', { sub: 7 }],
    ['with a subject that is too long', { sub: 'x'.repeat(257) }],
    ['without a role', { role: undefined }],
    ['with a list of roles', { role: ['admin'] }],
    ['of the public', { role: 'public' }],
    ['of a role in capitals', { role: 'ADMIN' }],
    ['of a role that objects have', { role: 'constructor' }],
    ['of a partner without a company', { role: 'partner' }],
    ['of a partner of several companies', { role: 'partner', company: ['oec'] }],
    ['of a partner of a company that is no slug', { role: 'partner', company: "oec' or true" }],
    ['of a partner of a company with a line break', { role: 'partner', company: 'oec\n' }],
  ])('%s', async (_, more) => {
    await expect(authenticator.viewerOf(await sign(key, claims(more)))).rejects.toMatchObject(refused);
  });
});

describe('times of a signed token that are wrong are named', () => {
  test.each([
    ['exp in milliseconds', { exp: Date.now() + 3_600_000 }, /ends more than a year from now; exp must be in seconds/],
    ['iat in milliseconds', { iat: Date.now() }, /issued in the future; iat must be in seconds/],
    ['nbf in milliseconds', { nbf: Date.now() }, /not valid yet: nbf lies in the future/],
  ])('%s', async (_, more, message) => {
    const token = await sign(key, claims(more));
    for (const time of ['first', 'second']) {
      await expect(authenticator.viewerOf(token), time).rejects.toMatchObject({
        ...refused,
        message: expect.stringMatching(message),
        headers: { 'www-authenticate': expect.stringMatching(message) },
      });
    }
    const forged = await sign(stranger, claims(more));
    await expect(authenticator.viewerOf(forged)).rejects.toMatchObject({ message: 'The token is not valid.' });
  });

  test('an end within the year is taken', async () => {
    const token = await sign(key, claims({ exp: nowSeconds() + 365 * 86_400 }));
    expect(await authenticator.viewerOf(token)).toMatchObject({ role: 'MINISTRY' });
  });
});

describe('refused are tokens', () => {
  const hostile: Record<string, () => Promise<string> | string> = {
    'without a signature': () => `Bearer ${encode({ alg: 'none' })}.${encode(claims())}.`,
    'with a made-up signature and no algorithm': () => `Bearer ${encode({ alg: 'none' })}.${encode(claims())}.AAAA`,
    'signed with the public key as an HMAC secret': async () => {
      const pem = await exportSPKI((await importJWK(rsa.jwk, 'RS256')) as CryptoKey);
      const signed = `${encode({ alg: 'HS256', kid: 'rsa' })}.${encode(claims())}`;
      return `Bearer ${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
    },
    'of a stranger with our key id': () => sign(stranger),
    'of an unknown key': () => sign({ ...stranger, kid: 'other' }),
    'whose key id is a path': () => sign({ ...stranger, kid: '../../etc/passwd' }),
    'whose key id is a number': () => sign(stranger, claims(), { kid: 7 }),
    'that bring their key along': () => sign(stranger, claims(), { jwk: stranger.jwk, kid: undefined }),
    'that say where their key is': () => sign(stranger, claims(), { jku: provider.environment.issuer.jwksUrl }),
    'of another type': () => sign(key, claims(), { typ: 'logout+jwt' }),
    'of a type that is none': () => sign(key, claims(), { typ: ['JWT'] }),
    'with a critical extension': async () => {
      const token = new SignJWT(claims()).setProtectedHeader({ alg: 'ES256', kid: 'es', crit: ['x'], x: 1 });
      return `Bearer ${await token.sign(key.privateKey, { crit: { x: true } })}`;
    },
    'of another payload': async () => (await sign(key)).replace(/\.[^.]+\./, `.${encode(claims({ role: 'admin' }))}.`),
    'cut short': async () => (await sign(key)).slice(0, -10),
    'of two parts': async () => (await sign(key)).split('.').slice(0, 2).join('.'),
    'of two dots': () => 'Bearer ..',
    'of nonsense': () => 'Bearer a.b.c',
    'of 100 kB': () => `Bearer ${'a'.repeat(100_000)}.b.c`,
    'that are too long and yet signed': () => sign(key, claims({ padding: 'x'.repeat(8_192) })),
    'sent twice': async () => `${await sign(key)}, ${await sign(key)}`,
    'followed by another': async () => `${await sign(key)} ${await sign(key)}`,
    'followed by a line break': async () => `${await sign(key)}\n`,
    'of the scheme Basic': () => `Basic ${Buffer.from('a:b').toString('base64')}`,
    'without a scheme': async () => (await sign(key)).slice('Bearer '.length),
    'that are missing': () => 'Bearer ',
    'of an empty header': () => '',
  };

  test.each(Object.entries(hostile))('%s', async (_, make) => {
    const error = await authenticator.viewerOf(await make()).then(
      () => expect.fail('it was taken'),
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject(refused);
    expect(error).toHaveProperty(
      'message',
      expect.stringMatching(
        /^The (token is not valid|Authorization must be|key( '[\w.-]+')? that signed the token is unknown)/,
      ),
    );
  });

  test('and they cost the identity provider nothing while it was asked a moment ago', () => {
    expect(provider.asked).toBe(1);
  });
});

describe('a token that was verified', () => {
  test('is known until it ends, and then it is verified again', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const token = await sign(key, claims({ exp: nowSeconds() + 60 }));
    const viewer = await authenticator.viewerOf(token);
    expect(await authenticator.viewerOf(token)).toBe(viewer);
    vi.advanceTimersByTime(70_000);
    const again = await authenticator.viewerOf(token);
    expect(again).toEqual(viewer);
    expect(again).not.toBe(viewer);
    vi.advanceTimersByTime(30_000);
    await expect(authenticator.viewerOf(token)).rejects.toMatchObject(refused);
  });

  test('does not make another of the same start known', async () => {
    const token = await sign(key);
    await authenticator.viewerOf(token);
    await expect(authenticator.viewerOf(`${token}A`)).rejects.toMatchObject(refused);
  });
});
