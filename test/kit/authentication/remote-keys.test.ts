import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openAuthenticator } from '../../../kit/authentication/authenticator.js';
import { claims, nowSeconds, type SigningKey, sign, signingKey, startProvider } from './identity-provider.js';

let first: SigningKey;
let second: SigningKey;
let provider: Awaited<ReturnType<typeof startProvider>>;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  first = await signingKey('first');
  second = await signingKey('second');
  provider = await startProvider(first);
});
afterEach(async () => {
  vi.useRealTimers();
  await provider.close();
});

const refused = { status: 401, code: 'UNAUTHENTICATED' };
const ministry = { role: 'MINISTRY' };
/** A token that is not the one before, so that it is verified. */
let count = 0;
const fresh = (key: SigningKey) => sign(key, claims({ jti: String(count++), exp: nowSeconds() + 3_600 }));
const minutes = (number: number) => vi.advanceTimersByTime(number * 60_000);

test('the provider is asked once for many tokens', async () => {
  const { viewerOf } = await openAuthenticator(provider.environment);
  const tokens = await Promise.all(Array.from({ length: 20 }, () => fresh(first)));
  await Promise.all(tokens.map((token) => viewerOf(token)));
  expect(provider.asked).toBe(1);
});

test('a new key is found at its first tokens, and a withdrawn one is dropped', async () => {
  const { viewerOf } = await openAuthenticator(provider.environment);
  await viewerOf(await fresh(first));
  provider.keys = [second];
  minutes(1);
  const tokens = await Promise.all([fresh(second), fresh(second), fresh(second)]);
  for (const viewer of await Promise.all(tokens.map((token) => viewerOf(token))))
    expect(viewer).toMatchObject(ministry);
  expect(provider.asked).toBe(2);
  await expect(viewerOf(await fresh(first))).rejects.toMatchObject(refused);
});

test('old keys are renewed behind a request, so that a key is dropped that no new one replaced', async () => {
  const { viewerOf } = await openAuthenticator(provider.environment);
  provider.keys = [first, second];
  await viewerOf(await fresh(first));
  provider.keys = [second];
  minutes(11);
  expect(await viewerOf(await fresh(first))).toMatchObject(ministry);
  await vi.waitFor(async () => expect(viewerOf(await fresh(first))).rejects.toMatchObject(refused));
  expect(provider.asked).toBe(2);
});

test('an outage is survived with the keys that are known, and tokens of unknown keys do not storm the provider', async () => {
  const { viewerOf } = await openAuthenticator(provider.environment);
  await viewerOf(await fresh(first));
  provider.down = true;
  minutes(60);
  expect(await viewerOf(await fresh(first))).toMatchObject(ministry);
  for (let times = 0; times < 5; times++) await expect(viewerOf(await fresh(second))).rejects.toMatchObject(refused);
  expect(await viewerOf(await fresh(first))).toMatchObject(ministry);
  expect(provider.asked).toBe(2);
  provider.down = false;
  provider.keys = [second];
  minutes(1);
  expect(await viewerOf(await fresh(second))).toMatchObject(ministry);
});

test('where no keys were ever had the token is neither taken nor refused, and the next request tries again', async () => {
  const { viewerOf } = await openAuthenticator(provider.environment);
  provider.down = true;
  await expect(viewerOf(await fresh(first))).rejects.toMatchObject({
    status: 503,
    code: 'UNAVAILABLE',
    message: 'The keys of the identity provider cannot be had; try again.',
  });
  expect(await viewerOf(undefined)).toMatchObject({ role: 'PUBLIC' });
  provider.down = false;
  expect(await viewerOf(await fresh(first))).toMatchObject(ministry);
});

test('a provider that nobody listens for is unavailable too', async () => {
  await provider.close();
  const { viewerOf } = await openAuthenticator(provider.environment);
  await expect(viewerOf(await fresh(first))).rejects.toMatchObject({ status: 503 });
});

test('a clock that is set back does not keep new keys away', async () => {
  const { viewerOf } = await openAuthenticator(provider.environment);
  await viewerOf(await fresh(first));
  provider.keys = [first, second];
  minutes(1);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(await viewerOf(await fresh(second))).toMatchObject(ministry);
});
