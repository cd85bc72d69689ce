import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

export const ISSUER = 'https://id.example/';
export const AUDIENCE = 'corridor-hub';

export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export async function signingKey(kid: string, alg = 'ES256'): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

export const nowSeconds = () => Math.floor(Date.now() / 1000);

export function claims(more: Record<string, unknown> = {}): JWTPayload {
  const now = nowSeconds();
  return { iss: ISSUER, aud: AUDIENCE, sub: 'naseer', role: 'ministry', iat: now, exp: now + 600, ...more };
}

export async function sign(key: SigningKey, payload = claims(), header: Record<string, unknown> = {}): Promise<string> {
  const whole = { alg: key.alg, kid: key.kid, ...header } as JWTHeaderParameters;
  return `Bearer ${await new SignJWT(payload).setProtectedHeader(whole).sign(key.privateKey)}`;
}

/** A server that publishes keys, as an identity provider does, and counts how often it is asked. */
export async function startProvider(...keys: SigningKey[]) {
  const provider = { keys, asked: 0, down: false };
  const server = createServer((_, response) => {
    provider.asked += 1;
    if (provider.down) response.writeHead(500).end();
    else response.end(JSON.stringify({ keys: provider.keys.map(({ jwk }) => jwk) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const environment = {
    issuer: { jwksUrl: `http://127.0.0.1:${port}/jwks`, issuer: ISSUER, audience: AUDIENCE },
    production: true,
    dataDir: '/nowhere/at/all',
  };
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return Object.assign(provider, { environment, close });
}
