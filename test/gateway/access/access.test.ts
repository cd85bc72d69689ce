import { getOperationAST, parse, print, validate } from 'graphql';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../../../gateway/compose.js';
import { inProcessExecutor } from '../../../gateway/executors/in-process.js';
import { Gateway } from '../../../gateway/gateway.js';
import type { SubgraphExecutor } from '../../../kit/execution/subgraph-executor.js';
import { PUBLIC, type Viewer } from '../../../kit/viewer.js';
import { museum } from './museum.js';

const OFFICER: Viewer = { role: 'MINISTRY', subject: 'officer', company: null, expiresAt: null };
const READER: Viewer = { ...OFFICER, scopes: ['read'] };
const APPRAISER: Viewer = { ...OFFICER, scopes: ['appraise', 'read'] };
const ADMIN: Viewer = { ...OFFICER, role: 'ADMIN' };

function open(rename: (supergraph: string) => string = (supergraph) => supergraph) {
  const { sdl, schemas, done } = museum();
  const calls: string[] = [];
  const executors: Record<string, SubgraphExecutor> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const executor = inProcessExecutor(schema, () => ({}));
    executors[name] = (request) => {
      calls.push(`${name} ${print(request.document).replace(/\s+/g, ' ')}`);
      return executor(request);
    };
  }
  const composed = composeSupergraph(
    Object.entries(sdl).map(([name, text]) => ({ name, url: `http://${name}`, sdl: text })),
  );
  const gateway = new Gateway({ supergraphSdl: rename(composed), executors, log: pino({ level: 'silent' }) });
  const ask = async (viewer: Viewer, query: string, variables = {}) => {
    const document = parse(query);
    expect(validate(gateway.schema, document)).toEqual([]);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There must be one operation.');
    const { data, errors = [] } = await gateway.execute(document, operation, variables, { requestId: 'r', viewer });
    const refused = errors.map(({ path, extensions, message }) => [path?.join('.'), extensions.code, message]);
    return { data: JSON.parse(JSON.stringify(data)), refused };
  };
  return { ask, calls, done };
}

describe('@authenticated, @requiresScopes and @policy, enforced by the gateway', () => {
  it('do not ask a subgraph for what is refused, and say so where it stands', async () => {
    const { ask, calls } = open();
    expect(await ask(PUBLIC, '{ inventory work { title } }')).toEqual({
      data: { inventory: null, work: { title: 'Rain' } },
      refused: [['inventory', 'UNAUTHENTICATED', 'Query.inventory is not open to the public; send a token']],
    });
    expect(calls).toEqual(['works { work { title } }']);
    expect(await ask(OFFICER, '{ inventory }')).toEqual({ data: { inventory: ['Rain', 'Stone'] }, refused: [] });
  });

  it('ask for all scopes of one of the sets; the role is a scope', async () => {
    const { ask } = open();
    expect((await ask(PUBLIC, '{ value }')).refused).toMatchObject([['value', 'UNAUTHENTICATED', expect.anything()]]);
    expect(await ask(READER, '{ value }')).toEqual({
      data: { value: null },
      refused: [['value', 'FORBIDDEN', 'Query.value is not open to the role MINISTRY']],
    });
    expect((await ask(APPRAISER, '{ value }')).data).toEqual({ value: 400 });
    expect((await ask(ADMIN, '{ value }')).data).toEqual({ value: 400 });
  });

  it('keep closed what has a policy, since nothing evaluates policies', async () => {
    const { ask, calls } = open();
    expect(await ask(ADMIN, '{ vault work { owner } }')).toMatchObject({
      data: { vault: null, work: { owner: null } },
      refused: [
        ['vault', 'FORBIDDEN', expect.anything()],
        ['work.owner', 'FORBIDDEN', expect.anything()],
      ],
    });
    expect(calls.join()).not.toMatch(/vault|owner/);
  });

  it('run no mutation that is refused, and run the others', async () => {
    const { ask, done } = open();
    const answer = await ask(READER, 'mutation { a: sell(id: "p1") b: clean(id: "p1") c: sell(id: "s1") }');
    expect(answer.data).toEqual({ a: null, b: true, c: null });
    expect(answer.refused.map(([path]) => path)).toEqual(['a', 'c']);
    expect(done).toEqual(['clean p1']);
    expect((await ask({ ...READER, scopes: ['sell'] }, 'mutation { sell(id: "p1") }')).data).toEqual({ sell: true });
  });

  it('refuse what an interface asks for, which is what its types ask for, and not what a type leaves open', async () => {
    const { ask } = open();
    expect(await ask(OFFICER, '{ works { title price } }')).toEqual({
      data: {
        works: [
          { title: 'Rain', price: null },
          { title: 'Stone', price: null },
        ],
      },
      refused: [
        ['works.0.price', 'FORBIDDEN', 'Painting.price is not open to the role MINISTRY'],
        ['works.1.price', 'FORBIDDEN', 'Sculpture.price is not open to the role MINISTRY'],
      ],
    });
    expect(await ask(OFFICER, '{ works { ... on Sculpture { price } ... on Painting { price } } }')).toMatchObject({
      data: { works: [{ price: null }, { price: 300 }] },
      refused: [['works.0.price', 'FORBIDDEN', expect.anything()]],
    });
    expect((await ask(READER, '{ works { price } }')).data).toEqual({ works: [{ price: 100 }, { price: 300 }] });
  });

  it('decide by the type of each object where the interface asks for nothing', async () => {
    const { ask } = open((supergraph) =>
      supergraph.replace(/interface Work[^}]*/, (text) =>
        text.replace(/@(requiresScopes\(.*?\]\]\)|authenticated)/g, ''),
      ),
    );
    expect(await ask(OFFICER, '{ works { price } }')).toMatchObject({
      data: { works: [{ price: null }, { price: 300 }] },
      refused: [['works.0.price', 'FORBIDDEN', 'Painting.price is not open to the role MINISTRY']],
    });
    expect((await ask(PUBLIC, '{ works { insured } }')).data).toEqual({
      works: [{ insured: null }, { insured: null }],
    });
  });

  it('hold for every object of a type, and for fields of an enum', async () => {
    const { ask } = open();
    expect(await ask(PUBLIC, '{ loan { from } things { ... on Painting { title } } }')).toMatchObject({
      data: { loan: null, things: [{ title: 'Rain' }, null] },
      refused: [
        ['loan', 'UNAUTHENTICATED', 'Query.loan is not open to the public; send a token'],
        ['things.1', 'UNAUTHENTICATED', 'Loan is not open to the public; send a token'],
      ],
    });
    expect(await ask(OFFICER, '{ loan { from days state } }')).toMatchObject({
      data: { loan: { from: 'Kyoto', days: 30, state: null } },
      refused: [['loan.state', 'FORBIDDEN', expect.anything()]],
    });
    expect((await ask(READER, '{ loan { state } }')).data).toEqual({ loan: { state: 'ASKED' } });
  });

  it('hold under aliases, in fragments and conditions, across subgraphs, and take a non-null parent along', async () => {
    const { ask, calls } = open();
    const query = `query ($yes: Boolean!) { w: work { ...P ... @include(if: $yes) { title } } }
      fragment P on Painting { cards: postcards }`;
    expect(await ask(PUBLIC, query, { yes: true })).toMatchObject({
      data: null,
      refused: [['w.cards', 'UNAUTHENTICATED', 'Painting.postcards is not open to the public; send a token']],
    });
    expect(calls.join()).not.toContain('postcards');
    expect((await ask(OFFICER, query, { yes: false })).data).toEqual({ w: { cards: ['Rain'] } });
    expect((await ask(PUBLIC, query, { yes: false })).data).toBeNull();
  });

  it('are read under the names that a supergraph gives them', async () => {
    const { ask } = open((supergraph) =>
      supergraph
        .replace('authenticated/v0.1", for', 'authenticated/v0.1", as: "login", for')
        .replaceAll('@authenticated', '@login')
        .replace(
          'requiresScopes/v0.1", for',
          'requiresScopes/v0.1", import: [{ name: "@requiresScopes", as: "@scopes" }], for',
        )
        .replaceAll('@requiresScopes(', '@scopes(')
        .replaceAll('directive @requiresScopes', 'directive @scopes'),
    );
    expect((await ask(PUBLIC, '{ inventory value }')).refused.map(([path]) => path)).toEqual(['inventory', 'value']);
  });
});
