import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATEWAY_HEADER } from '../../kit/authentication/gateway-secret.js';
import { projectFile } from '../../kit/project.js';
import { MODES, openTestHub, type TestHub } from '../testkit/hub.js';
import { CANARIES, type Canary, canariesIn, idOf } from './leaks/canaries.js';
import { loadCanaries } from './leaks/load.js';
import { questionsOf } from './leaks/operands.js';
import { batched, pathsOf } from './leaks/paths.js';
import { ASKER_NAMES, ASKERS, type AskerName, seen } from './leaks/roles.js';
import { CONTRACTS, PEOPLE, PLACEMENTS } from './leaks/sheets.js';

const api = buildSchema(readFileSync(projectFile('schema', 'api.graphql'), 'utf8'));

const keys = (rows: readonly Readonly<Record<string, string>>[]) => rows.map(({ reference = '' }) => reference);
const IDS = [
  ...keys(PEOPLE).flatMap((key) => [idOf('Person', key), idOf('Candidate', key)]),
  ...keys(PLACEMENTS).map((key) => idOf('Placement', key)),
  ...keys(CONTRACTS).flatMap((key) => [idOf('Contract', key), ...[0, 7].map((n) => idOf('Milestone', `${key}/${n}`))]),
];

/** Arguments of the fields that need some: every hidden row by its key. */
const CALLS = {
  'Query.placement': keys(PLACEMENTS).map((key) => `(reference: "${key}")`),
  'Query.contract': keys(CONTRACTS).map((key) => `(reference: "${key}")`),
  'Query.person': keys(PEOPLE).map((key) => `(id: "${idOf('Person', key)}")`),
  'Query.company': ['(slug: "indus-soft")', '(slug: "karakoram-manpower")', '(slug: "plusw")'],
  'Query.sector': ['(code: "nursing-care")', '(code: "it")'],
  'Query.tradeEvent': ['(slug: "japan-it-week-2025-spring")'],
  'Query.agreement': [`(id: "${idOf('Agreement', 'plusw-oec-mou-2025')}")`],
  'Query.node': [`(id: "${idOf('Placement', 'CANARY-PLACEMENT-B1')}")`],
  'Query.nodes': [`(ids: ${JSON.stringify(IDS)})`],
  // The first reads are the last of the list: the test itself adds others.
  'Person.accessLog': ['(first: 3)', '(last: 10)'],
  'Query.exhibitorStats': [
    '',
    '(filter: { company: { eq: "indus-soft" } })',
    '(events: ["japan-it-week-2025-spring"])',
  ],
};

/** The last error of an answer that has more of them than it may show. */
const TOO_MANY_ERRORS = /^An answer has 50 errors at most/;

const CRAWL = batched(api, pathsOf(api, CALLS));

interface GraphQLAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

interface Answer extends GraphQLAnswer {
  readonly status: number;
  readonly body: string;
}

const outside = (name: AskerName, answer: { body: string }) =>
  canariesIn(answer.body)
    .filter((canary) => !canary.seenBy(ASKERS[name]))
    .map(({ cell, text }) => `${cell}: ${text}`);

const hiddenFrom = (name: AskerName): Canary[] => CANARIES.filter((canary) => !canary.seenBy(ASKERS[name]));

const atPath = (data: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, key) => (value == null ? value : (value as Record<string, unknown>)[key]), data);

describe.each(MODES)('%s', (mode) => {
  let hub: TestHub;
  const headers = {} as Record<AskerName, Record<string, string>>;
  beforeAll(async () => {
    hub = await openTestHub(mode);
    await loadCanaries(hub);
    for (const name of ASKER_NAMES) {
      const asker: { role: string; company?: string } = ASKERS[name];
      headers[name] =
        asker.role === 'public'
          ? {}
          : { authorization: `Bearer ${await hub.tokenFor(asker.role as 'partner', asker.company)}` };
    }
  });
  afterAll(() => hub.close());

  async function ask(
    name: AskerName,
    query: string,
    variables: object = {},
    url = hub.url,
    more = {},
  ): Promise<Answer> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers[name], ...more },
      body: JSON.stringify({ query, variables }),
    });
    const body = await response.text();
    return { status: response.status, body, ...(JSON.parse(body) as GraphQLAnswer) };
  }

  test.concurrent.each(ASKER_NAMES)('%s: no path leads to a hidden cell, and every own cell is found', async (name) => {
    const found = new Set<Canary>();
    const leaks = new Set<string>();
    const faults = new Set<string>();
    const code = name === 'public' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    for (const operation of CRAWL) {
      const answer = await ask(name, operation);
      for (const leak of outside(name, answer)) leaks.add(leak);
      for (const canary of canariesIn(answer.body)) found.add(canary);
      if (answer.status !== 200 || !answer.data) faults.add(`${answer.status} ${answer.body.slice(0, 300)}`);
      for (const { message, path, extensions } of answer.errors ?? []) {
        if (TOO_MANY_ERRORS.test(message)) continue;
        const isClosed = path && extensions.code === code && atPath(answer.data, path) == null;
        if (!isClosed) faults.add(`${message} ${extensions.code} at ${path}`);
      }
    }
    expect([...leaks]).toEqual([]);
    expect([...faults]).toEqual([]);
    const missed = CANARIES.filter((canary) => canary.seenBy(ASKERS[name]) && !found.has(canary));
    expect(missed.map(({ cell }) => cell)).toEqual([]);
  });

  test.each(
    ASKER_NAMES,
  )('%s: a filter by a hidden value is answered as one by a value that nobody has', async (name) => {
    const differing: string[] = [];
    const questions = questionsOf(api, hiddenFrom(name));
    const hidden = batched(
      api,
      questions.map((question) => question.hidden),
    );
    const nobodys = batched(
      api,
      questions.map((question) => question.nobodys),
    );
    expect(nobodys.length).toBe(hidden.length);
    const errors = (answer: Answer) => answer.errors?.map(({ path, message }) => `${path} ${message}`).sort();
    for (const [index, operation] of hidden.entries()) {
      const [one, other] = await Promise.all([ask(name, operation), ask(name, nobodys[index] as string)]);
      if (one.status !== 200) differing.push(one.body.slice(0, 300));
      differing.push(...outside(name, one));
      for (const [alias, value] of Object.entries(one.data ?? {})) {
        if (JSON.stringify(value) === JSON.stringify(other.data?.[alias])) continue;
        differing.push(`${questions[Number(alias.slice(1))]?.hidden} ${JSON.stringify(value)}`);
      }
      expect(errors(one)).toEqual(errors(other));
    }
    if (name === 'public') expect(questions.length).toBeGreaterThan(500);
    expect(differing).toEqual([]);
  });

  test.each(
    ASKER_NAMES,
  )('%s: lists have the rows of the table, on every page and behind every cursor', async (name) => {
    const asker = ASKERS[name];
    const [offices] = await hub.sql<{ holders: string }>(
      `select count(distinct person_pk) as holders from people.office o join people.person p on p.pk = o.person_pk
       where p.reference not like 'CANARY-%'`,
    );
    const open: Record<'placements' | 'candidates' | 'people' | 'contracts', boolean> = {
      placements: asker.role === 'partner' || asker.role === 'admin',
      candidates: asker.role === 'partner' || asker.role === 'admin',
      people: true,
      contracts: asker.role !== 'public',
    };
    for (const list of ['placements', 'candidates', 'people', 'contracts'] as const) {
      const key = list === 'candidates' ? 'person { reference }' : 'reference';
      const query = `query ($after: String) { ${list}(first: 1, after: $after) { totalCount nodes { ${key} } pageInfo { hasNextPage endCursor } } }`;
      type Page = {
        totalCount: number;
        nodes: { reference?: string; person?: { reference: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      const pageAfter = async (who: AskerName, after: string | null) => {
        const answer = await ask(who, query, { after });
        expect(outside(who, answer)).toEqual([]);
        return (answer.data?.[list] ?? null) as Page | null;
      };
      const walk = async (who: AskerName, step: (page: Page) => Promise<void>) => {
        let page = await pageAfter(who, null);
        while (page) {
          await step(page);
          page = page.pageInfo.hasNextPage ? await pageAfter(who, page.pageInfo.endCursor) : null;
        }
      };
      const rows: string[] = [];
      let total: number | undefined;
      await walk(name, async (page) => {
        total = page.totalCount;
        rows.push(...page.nodes.map((node) => (node.reference ?? node.person?.reference) as string));
      });
      const published = list === 'people' ? Number(offices?.holders) : 0;
      const own = rows.filter((reference) => reference.startsWith('CANARY-')).sort();
      expect(own, list).toEqual(open[list] ? seen[list](asker) : []);
      expect(total, list).toBe(open[list] ? seen[list](asker).length + published : undefined);
      const sizes = new Set<number | undefined>();
      await walk('admin', async ({ pageInfo }) => {
        sizes.add((await pageAfter(name, pageInfo.endCursor))?.totalCount);
      });
      expect([...sizes], list).toEqual([total]);
    }
  });

  test.each(ASKER_NAMES)('%s: what is hidden is answered like what is not there', async (name) => {
    const hiddenKeys = {
      placement: keys(PLACEMENTS).filter((key) => !seen.placements(ASKERS[name]).includes(key)),
      contract: keys(CONTRACTS).filter((key) => !seen.contracts(ASKERS[name]).includes(key)),
    };
    for (const [field, references] of Object.entries(hiddenKeys)) {
      const query = `query ($reference: String!) { ${field}(reference: $reference) { id } }`;
      const unknown = await ask(name, query, { reference: 'NOBODY' });
      for (const reference of references) expect((await ask(name, query, { reference })).body).toBe(unknown.body);
    }
    const hiddenIds = hiddenFrom(name).flatMap(({ text }) => (IDS.includes(text) ? [text] : []));
    const query =
      'query ($id: ID!) { node(id: $id) { __typename id } nodes(ids: [$id]) { __typename id } person(id: $id) { id } }';
    for (const id of hiddenIds) {
      const type = /^[A-Za-z]+/.exec(Buffer.from(id, 'base64url').toString())?.[0] as string;
      const unknown = idOf(type, 'NOBODY');
      const answer = await ask(name, query, { id });
      expect(answer.body).toBe((await ask(name, query, { id: unknown })).body.replaceAll(unknown, id));
      expect(answer.data?.node, type).toBeNull();
    }
  });

  test('closed fields are null with their code, and the rest of the answer stands', async () => {
    const query = `{ sectors(filter: { code: { in: ["it", "construction"] } }) { code placements { totalCount } contracts { totalCount } contractStats { count } }
      company(slug: "plusw") { slug placements { totalCount } contracts { totalCount } }
      people(first: 1) { nodes { reference nationality dateOfBirth email passportNumber cnic phone candidate { id } placements { totalCount } accessLog { totalCount } } }
      placements { totalCount } candidates { totalCount } contracts { totalCount } contractStats { count }
      exhibitorStats { editions } placement(reference: "x") { id } contract(reference: "x") { id } }`;
    const closed = async (name: AskerName) => {
      const { data, errors = [] } = await ask(name, query);
      expect(atPath(data, ['sectors', 0, 'code'])).toEqual(expect.any(String));
      expect(atPath(data, ['company', 'slug'])).toBe('plusw');
      expect(atPath(data, ['people', 'nodes', 0, 'reference'])).toEqual(expect.any(String));
      for (const { path = [] } of errors) expect(atPath(data, path)).toBeNull();
      return {
        codes: [...new Set(errors.map(({ extensions }) => extensions.code))],
        fields: [
          ...new Set(errors.map(({ path = [] }) => path.filter((part) => typeof part === 'string').join('.'))),
        ].sort(),
      };
    };
    const contracts = ['contractStats', 'contracts'].flatMap((field) => [field, `sectors.${field}`]);
    const personal = ['accessLog', 'cnic', 'dateOfBirth', 'email', 'nationality', 'passportNumber', 'phone'];
    const people = [...personal, 'candidate', 'placements'].map((field) => `people.nodes.${field}`);
    const placements = ['placements', 'sectors.placements', 'company.placements', 'candidates', 'placement'];
    expect(await closed('public')).toEqual({
      codes: ['UNAUTHENTICATED'],
      fields: [...contracts, 'company.contracts', 'contract', 'exhibitorStats', ...people, ...placements].sort(),
    });
    expect(await closed('ministry')).toEqual({ codes: ['FORBIDDEN'], fields: [...people, ...placements].sort() });
    expect(await closed('stranger')).toEqual({
      codes: ['FORBIDDEN'],
      fields: [...personal.map((field) => `people.nodes.${field}`), 'exhibitorStats'].sort(),
    });
    expect(await closed('admin')).toEqual({ codes: [], fields: [] });
  });

  if (mode === 'over HTTP') {
    const ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename
      ... on Person { id reference familyName givenName nameNative nationality passportNumber cnic phone email dateOfBirth candidate { id jftBasicOn }
        accessLog { nodes { purpose } } placements { nodes { id occupation } } }
      ... on Candidate { id jftBasicOn testResults { passedOn } who: person { reference } }
      ... on Placement { id reference occupation coeNumber salaryJpyMonth events { document } person { reference } }
      ... on Company { placements { nodes { id } } placementStats { rounded count } } } }`;
    const CONTRACT_ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename
      ... on Contract { id reference evidence reportedValue { amount } milestones { amount { amount } } }
      ... on Milestone { id amount { amount } contract { reference } } ... on Company { contracts { nodes { id } } } } }`;
    const representations = (types: string[]) => [
      ...IDS.map((id) => ({ __typename: /^[A-Za-z]+/.exec(Buffer.from(id, 'base64url').toString())?.[0], id })).filter(
        ({ __typename }) => types.includes(__typename as string),
      ),
      ...['karakoram-manpower', 'indus-soft'].map((slug) => ({ __typename: 'Company', slug })),
    ];
    const asked = [
      ['people', ENTITIES, representations(['Person', 'Candidate', 'Placement'])],
      ['trade-events', CONTRACT_ENTITIES, representations(['Contract', 'Milestone'])],
    ] as const;

    test.each(ASKER_NAMES)('%s: the subgraphs show through _entities no more than the gateway', async (name) => {
      for (const [subgraph, query, given] of asked) {
        const url = hub.subgraphUrls[subgraph] as string;
        const secret = { [GATEWAY_HEADER]: hub.gatewaySecret };
        const answer = await ask(name, query, { representations: given }, url, secret);
        expect(answer.status, answer.body).toBe(200);
        expect(outside(name, answer)).toEqual([]);
        if (name === 'admin') expect(canariesIn(answer.body).length).toBeGreaterThan(10);
      }
    });

    test('without the secret a subgraph answers nobody', async () => {
      for (const [subgraph, url] of Object.entries(hub.subgraphUrls)) {
        const answer = await ask('admin', '{ __typename }', {}, url);
        expect([subgraph, answer.status]).toEqual([subgraph, 403]);
        expect(answer.data).toBeUndefined();
        const wrong = await ask('admin', '{ __typename }', {}, url, { [GATEWAY_HEADER]: 'x'.repeat(43) });
        expect(wrong.status).toBe(403);
      }
    });
  }
});
