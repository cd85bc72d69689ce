import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TokenRole } from '../../kit/authentication/claims.js';
import { projectFile } from '../../kit/project.js';
import { example, MODES, openTestHub, type TestHub } from '../testkit/hub.js';

const names = readdirSync(projectFile('examples')).flatMap((file) => /^(.+)\.graphql$/.exec(file)?.[1] ?? []);
const FIRM = 'sample-sending-001';

/** The role that an example says it needs. */
function roleOf(document: string): TokenRole | 'public' {
  const said = /^# Token: (\w+)/m.exec(document)?.[1];
  if (said === 'none') return 'public';
  if (said === 'partner' || said === 'ministry') return said;
  throw new Error(`an example does not say which token it needs:\n${document}`);
}

describe.each(MODES)('each asks its own questions with its own token, %s', (mode) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await openTestHub(mode, { placements: 2_000, seed: 7 });
  });
  afterAll(() => hub.close());

  const ask = async <Data>(name: string, variables: Record<string, unknown> = {}): Promise<Data> => {
    const { document, variables: defaults } = example(name);
    const role = roleOf(document);
    const client = await hub.clientOf(role, role === 'partner' ? FIRM : undefined);
    return client.request<Data>(document, { ...defaults, ...variables });
  };

  test.each(names.filter((name) => name !== '15-company-page'))('%s is answered without an error', async (name) => {
    expect(await ask(name)).toBeTruthy();
  });

  const OWN = `'${FIRM}' in (p.sending_company, p.accepting_company, p.support_company)`;
  const count = async (where: string) =>
    (await hub.sql<{ count: number }>(`select count(*)::int from people.placement p where ${OWN} and ${where}`))[0]
      ?.count;

  test('a partner’s questions are about its own placements', async () => {
    const waiting = await ask<{ placements: { totalCount: number } }>('02-waiting-for-coe');
    expect(waiting.placements.totalCount).toBe(
      await count(`state = 'COE_APPLIED' and state_since < (now() at time zone 'utc')::date - 30`),
    );
    expect(waiting.placements.totalCount).toBeGreaterThan(0);
    const nearing = await ask<{ placements: { totalCount: number } }>('06-nearing-five-years');
    expect(nearing.placements.totalCount).toBe(
      await count(
        `state in ('EMPLOYED', 'EXTENDED', 'CHANGE_PENDING') and ssw1_limit_on between current_date and current_date + 365`,
      ),
    );
    const { candidates } = await ask<{
      candidates: { totalCount: number; nodes: { registeredBy: { slug: string } }[] };
    }>('01-unmatched-candidates');
    expect(candidates.totalCount).toBeGreaterThan(0);
    expect(new Set(candidates.nodes.map(({ registeredBy }) => registeredBy.slug))).toEqual(new Set([FIRM]));
  });

  test('a partner who pins its own company is answered exactly, and one who does not in multiples of 5', async () => {
    const client = await hub.clientOf('partner', FIRM);
    const { own, all } = await client.request<Record<string, { count: number; rounded: boolean }[]>>(
      `{ own: placementStats(filter: { sendingCompany: { eq: "${FIRM}" } }) { count rounded } all: placementStats { count rounded } }`,
    );
    expect(own).toEqual([{ count: await count(`sending_company = '${FIRM}'`), rounded: false }]);
    const [hubs] = await hub.sql<{ count: number }>('select count(*)::int from people.placement');
    expect(all).toEqual([{ count: Math.round((hubs?.count ?? 0) / 5) * 5, rounded: true }]);
  });

  test('the company page answers the public with everything public, and nulls what is not at its place', async () => {
    const { document } = example('15-company-page');
    const response = await fetch(hub.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables: { slug: 'oec' } }),
    });
    const { data, errors } = (await response.json()) as {
      data: { company: Record<string, unknown> };
      errors: { path: string[]; extensions: { code: string } }[];
    };
    expect(data.company).toMatchObject({ slug: 'oec', placements: null, contracts: null, placementStats: [] });
    expect(data.company.officers).toHaveLength(1);
    expect(errors.map(({ path, extensions }) => [path.join('.'), extensions.code]).sort()).toEqual([
      ['company.contracts', 'UNAUTHENTICATED'],
      ['company.placements', 'UNAUTHENTICATED'],
    ]);
  });

  test('`viewer` tells a client who it is', async () => {
    const question = '{ viewer { role subject company { slug name } expiresAt } }';
    const partner = await hub.clientOf('partner', 'oec');
    expect(await partner.request(question)).toEqual({
      viewer: {
        role: 'PARTNER',
        subject: 'partner-oec',
        company: { slug: 'oec', name: 'Overseas Employment Corporation' },
        expiresAt: expect.stringMatching(/^20/),
      },
    });
    expect(await (await hub.clientOf('public')).request(question)).toEqual({
      viewer: { role: 'PUBLIC', subject: null, company: null, expiresAt: null },
    });
  });

  test('a token that is not good is refused with 401, and never taken for the public', async () => {
    const response = await fetch(hub.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer nonsense' },
      body: '{"query":"{ __typename }"}',
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test('more requests at once than there are connections are all answered', async () => {
    const client = await hub.clientOf('admin');
    const question = '{ placements(first: 5) { nodes { person { name } acceptingCompany { name } sector { name } } } }';
    const other =
      '{ companies(first: 3) { nodes { placements(first: 2) { totalCount } contracts(first: 1) { totalCount } } } }';
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, index) => client.request<object>(index % 2 ? question : other)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(2);
  });
});
