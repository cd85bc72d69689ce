import { type DocumentNode, GraphQLError, getOperationAST, parse, print } from 'graphql';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../../gateway/compose.js';
import { Gateway } from '../../gateway/gateway.js';
import { OperationMemory } from '../../kit/execution/operation-memory.js';
import type { SubgraphExecutor, SubgraphRequest } from '../../kit/execution/subgraph-executor.js';
import { PUBLIC } from '../../kit/viewer.js';
import { supergraphSdl, toyExecutors, toyGraph } from './toy/graph.js';

const log = pino({ level: 'silent' });

/** Answers every question the same way. */
const saying =
  (data: Record<string, unknown> | null, errors: readonly GraphQLError[] = []): SubgraphExecutor =>
  async () => ({ data: structuredClone(data), ...(errors.length > 0 && { errors }) });

function forbidden(path?: (string | number)[]): GraphQLError {
  return new GraphQLError('Not for you.', { path, extensions: { code: 'FORBIDDEN' } });
}

describe('the gateway', () => {
  it('finds a subgraph whatever the case of its name', async () => {
    const executors = Object.entries(toyExecutors({})).map(([name, executor]) => [
      name.toUpperCase().replace('-', '_'),
      executor,
    ]);
    const gateway = new Gateway({ supergraphSdl, executors: { ...Object.fromEntries(executors) }, log });
    expect(await run(gateway, '{ events { title } companies { slug } }')).toMatchObject({ data: { events: [{}, {}] } });
  });

  it('serves a graph without a mutation', async () => {
    const sdl = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9") type Query { a: Int }';
    const executors = { one: saying({ a: 1 }) };
    const gateway = new Gateway({
      supergraphSdl: composeSupergraph([{ name: 'one', url: 'http://one', sdl }]),
      executors,
      log,
    });
    expect(await run(gateway, '{ a __schema { mutationType { name } } }')).toEqual({
      data: { a: 1, __schema: { mutationType: null } },
    });
  });

  it('plans a document once, and shares what its plan asks with other plans that ask the same', async () => {
    const documents: DocumentNode[] = [];
    const executors = toyExecutors({});
    const { sectors } = executors;
    executors.sectors = async (request: SubgraphRequest) => {
      documents.push(request.document);
      return sectors ? sectors(request) : {};
    };
    const gateway = new Gateway({ supergraphSdl, executors, log });
    const document = parse('{ company(slug: "plusw") { rank } }');
    await run(gateway, document);
    await run(gateway, document);
    await run(gateway, '{ companies { rank } }');
    expect(documents).toHaveLength(3);
    expect(new Set(documents).size).toBe(1);
  });

  it('keeps the plan of what comes again, however many operations come once, and no more than it has room for', async () => {
    const documents = new Set<DocumentNode>();
    const executors = toyExecutors({});
    const { companies } = executors;
    executors.companies = async (request: SubgraphRequest) => {
      if (!print(request.document).includes('_as_')) documents.add(request.document);
      return companies ? companies(request) : {};
    };
    const memory = new OperationMemory(2_000_000);
    const gateway = new Gateway({ supergraphSdl, executors, log, memory });
    const hot = parse('query Hot { companies { slug } }');
    await run(gateway, hot);
    for (let n = 0; n < 200; n++) {
      await run(
        gateway,
        `{ a${n}: companies { ${Array.from({ length: 20 }, (_, m) => `b${m}x${n}: slug`).join(' ')} } }`,
      );
      await run(gateway, hot);
      expect(memory.weight).toBeLessThanOrEqual(2_000_000);
    }
    expect(documents.size).toBe(1);
  });

  it('has no trouble with many fragments', async () => {
    const chain = Array.from({ length: 100 }, (_, n) => `fragment F${n} on Company { slug ...F${n + 1} }`).join(' ');
    const query = `{ company(slug: "plusw") { ...F0 } } ${chain} fragment F100 on Company { name }`;
    expect(await toyGraph().ask(query)).toEqual({ data: { company: { slug: 'plusw', name: 'Plus W' } } });
  });

  it('asks nothing more for a client who has gone', async () => {
    const leaving = new AbortController();
    const companies = saying({ company: { __typename: 'Company', slug: 'plusw' } });
    const { ask, calls } = toyGraph(
      {},
      {
        companies: async (request) => {
          leaving.abort();
          return companies(request);
        },
      },
    );
    await ask(
      '{ company(slug: "plusw") { events { title } } }',
      {},
      { requestId: 'r', viewer: PUBLIC, signal: leaving.signal },
    );
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['companies']);
  });

  it('gives a field that requires a failed one its error', async () => {
    const { ask } = toyGraph({
      fault: (_, field, row) => (field === 'size' && row.slug === 'oec' ? forbidden() : undefined),
    });
    expect(await ask('{ companies { slug rank } }')).toMatchObject({
      data: { companies: [{ rank: 12 }, { rank: null }, { slug: 'oec', rank: null }] },
      errors: [{ path: ['companies', 2, 'rank'], extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it('reports the failure of a key that the client did not ask for where the client asked', async () => {
    const { ask } = toyGraph({
      fault: (type, field) => (type === 'Company' && field === 'slug' ? forbidden() : undefined),
    });
    expect(await ask('{ c: company(slug: "plusw") { n: name events { title } } }')).toMatchObject({
      data: { c: null },
      errors: [{ path: ['c'], extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it('tells an error that came with several fetches, and points nowhere, once', async () => {
    const { ask, calls } = toyGraph({}, { sectors: saying({ _entities: [null], sector: null }, [forbidden()]) });
    const { errors } = await ask('{ company(slug: "plusw") { sector { name } } sector(code: "it") { code } }');
    expect(calls.filter((call) => call.startsWith('sectors'))).toHaveLength(2);
    expect(errors?.map(({ message }) => message)).toEqual(['Not for you.']);
  });

  it('does not tell it again where it stands in the place of a value', async () => {
    const { ask } = toyGraph({}, { sectors: saying({ sector: null }, [forbidden()]) });
    const { errors } = await ask('{ company(slug: "plusw") { sector { name } } sector(code: "it") { code } }');
    expect(errors?.map(({ path }) => path)).toEqual([['company', 'sector', 'name']]);
  });

  it('counts an entity that its subgraph does not know as absent, and what hangs on it too', async () => {
    const { ask } = toyGraph({}, { sectors: saying({ _entities: [null] }) });
    expect(await ask('{ company(slug: "plusw") { rank sector { code } } }')).toEqual({
      data: { company: { rank: null, sector: { code: 'care' } } },
    });
  });
});

describe('a subgraph that lies', () => {
  const UNKNOWN = 'A part of the hub does not answer.';

  it.each<[what: string, says: SubgraphExecutor, name: unknown, code: string]>([
    ['gives a number for a text', saying({ company: { name: 5, tags: [], __typename: 'Company' } }), null, 'INTERNAL'],
    [
      'gives an object for a text',
      saying({ company: { name: {}, tags: [], __typename: 'Company' } }),
      null,
      'INTERNAL',
    ],
    ['leaves a field out', saying({ company: { tags: [], __typename: 'Company' } }), null, 'INTERNAL'],
    ['fails without a path', saying(null, [forbidden()]), undefined, 'FORBIDDEN'],
    ['fails at a path that leads nowhere', saying({ company: null }, [forbidden(['x', 0])]), undefined, 'FORBIDDEN'],
    [
      'fails at the prototype of everything',
      saying({ company: null }, [forbidden(['__proto__', 'name'])]),
      undefined,
      'FORBIDDEN',
    ],
  ])('and %s costs only that', async (_, companies, name, code) => {
    const { ask } = toyGraph({}, { companies });
    const { data, errors } = await ask('{ company(slug: "plusw") { name tags } sector(code: "it") { name } }');
    expect(data).toEqual({ company: name === undefined ? null : { name, tags: [] }, sector: { name: 'IT' } });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual([code]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    ['an object for a list', { companies: { 0: {} } }],
    ['a list for an object', { companies: [[]] }],
    ['an enum value that is none', { companies: [{ kind: 'AJAR', tags: [] }] }],
    ['an enum value that is not public', { companies: [{ kind: 'HIDDEN', tags: [] }] }],
    ['null in a list that has none', { companies: [{ kind: 'SENDING', tags: [null] }] }],
  ])('and gives %s has its part refused', async (_, says) => {
    const { ask } = toyGraph({}, { companies: saying(says) });
    const { data, errors } = await ask('{ companies { kind tags } }');
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'INTERNAL' } });
    expect(errors?.[0]?.path?.[0]).toBe('companies');
  });

  it.each<[what: string, says: SubgraphExecutor]>([
    ['answers for fewer entities than it was asked for', saying({ _entities: [{ rank: 1 }] })],
    ['answers without entities', saying({ _entities: null })],
    ['throws', async () => Promise.reject(new GraphQLError(UNKNOWN, { extensions: { code: 'UNAVAILABLE' } }))],
  ])('and %s costs their fields', async (_, sectors) => {
    const { ask } = toyGraph({}, { sectors });
    const { data, errors } = await ask('{ companies { slug rank } }');
    expect(data).toMatchObject({ companies: [{ rank: null }, { rank: null }, { slug: 'oec', rank: null }] });
    expect(errors?.map(({ path }) => path?.join('.'))).toEqual([
      'companies.0.rank',
      'companies.1.rank',
      'companies.2.rank',
    ]);
  });

  it('and names a type that is none has its object refused', async () => {
    const { ask } = toyGraph({}, { companies: saying({ things: [{ __typename: 'Nothing', name: 'x' }] }) });
    expect(await ask('{ things { ... on Company { name } } }')).toMatchObject({
      data: { things: null },
      errors: [{ path: ['things', 0], extensions: { code: 'INTERNAL' } }],
    });
  });
});

async function run(gateway: Gateway, query: string | DocumentNode) {
  const document = typeof query === 'string' ? parse(query) : query;
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There must be one operation.');
  return JSON.parse(JSON.stringify(await gateway.execute(document, operation, {}, { requestId: 'r', viewer: PUBLIC })));
}
