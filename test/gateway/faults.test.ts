import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { SubgraphExecutor } from '../../kit/execution/subgraph-executor.js';
import { type Answer, askMonolith, toyGraph } from './toy/graph.js';
import type { Row, ToyContext } from './toy/world.js';

/** Every field of the toys but the keys, which the gateway fetches for itself too, and `size`, which a `@requires` hands on. */
const FIELDS = {
  Query: [
    'company',
    'companies',
    'optionalCompanies',
    'flagship',
    'things',
    'named',
    'sector',
    'sectors',
    'event',
    'events',
  ],
  Company: [
    'name',
    'kind',
    'tags',
    'matrix',
    'address',
    'sector',
    'mainSector',
    'parent',
    'rank',
    'events',
    'firstEvent',
  ],
  Address: ['city', 'lines', 'country'],
  Country: ['code'],
  Sector: ['name', 'ceiling', 'notes'],
  Event: ['title', 'hosts', 'guests', 'organiser'],
};

const QUERIES = [
  `{
    companies { name kind tags matrix address { lines city country { code } } sector { name ceiling } rank
      events { title hosts { n: name rank } } }
    sector(code: "care") { name notes }
  }`,
  `{
    a: optionalCompanies { name k: kind mainSector { c: ceiling } firstEvent { guests { name kind } organiser { rank name } } }
    b: company(slug: "komatsu") { parent { name parent { name } events { t: title } } rank }
  }`,
  `{
    events { title hosts { name address { city } sector { ceiling } } guests { rank mainSector { name } } }
    t: things { ... on Company { name events { title } } ... on Address { city l: lines } }
    named { name ... on Company { r: rank mainSector { notes } } }
  }`,
  '{ flagship { kind mainSector { name ceiling } events { organiser { kind } } } event(slug: "jitw") { hosts { kind tags } } }',
  '{ event(slug: "hr") { organiser { mainSector { ceiling } name } } sectors { ceiling name } }',
];

const FAULTS: [what: string, fault: unknown][] = [
  ['an error of the catalogue', new GraphQLError('Not for you.', { extensions: { code: 'FORBIDDEN' } })],
  ['an error of ours', new TypeError('secret is not a function')],
  ['a null', null],
];

const places = Object.entries(FIELDS).flatMap(([type, fields]) => fields.map((field) => [type, field] as const));

/** A fault at one field, of every row or of the one with this key. */
interface Placed {
  type: string;
  field: string;
  fault: unknown;
  of?: string;
}

const context: ToyContext = {};
const { ask } = toyGraph(context);

/** Raises the faults, and asks the gateway and the monolith. */
async function compare(query: string, faults: readonly Placed[]) {
  context.fault = (type, field, row) =>
    faults.find((each) => each.type === type && each.field === field && isOf(row, each.of))?.fault;
  return { answer: outcome(await ask(query)), expected: outcome(await askMonolith(query, {}, context)) };
}

function isOf(row: Row, of: string | undefined): boolean {
  return of === undefined || row.slug === of || row.code === of;
}

/** The data, and of each error its path and code; an error without a code is one of ours. */
function outcome({ data, errors = [] }: Answer) {
  const told = errors.map(({ path, extensions }) => `${path?.join('.')} ${extensions?.code ?? 'INTERNAL'}`);
  return { data, errors: told.sort() };
}

describe.each(FAULTS)('with %s', (_, fault) => {
  it.each(places)('at %s.%s the gateway answers as one schema would', async (type, field) => {
    for (const of of [undefined, 'komatsu', 'jitw', 'it']) {
      for (const query of QUERIES) {
        const { answer, expected } = await compare(query, [{ type, field, fault, of }]);
        expect(answer, query).toEqual(expected);
      }
    }
  });
});

/**
 * The data, and the nulls that errors explain, with the code where the error is of the null itself. Where several errors each cost an
 * ancestor its value, one of them is told: the specification leaves open which.
 */
function nulls({ data, errors }: ReturnType<typeof outcome>) {
  const places = errors.map((error) => {
    const [path = '', code] = error.split(' ');
    const steps = path.split('.');
    let value: unknown = data;
    const depth = steps.findIndex((step) => {
      if (value === null) return true;
      value = (value as Row)[step];
      return false;
    });
    return depth < 0 ? `${path} ${code}` : steps.slice(0, depth).join('.');
  });
  return { data, places: [...new Set(places)].sort() };
}

describe('with several faults at once', () => {
  const placed = fc.record({
    place: fc.constantFrom(...places),
    fault: fc.constantFrom(...FAULTS.map(([, fault]) => fault)),
    of: fc.constantFrom(undefined, 'komatsu', 'plusw', 'oec', 'jitw', 'hr', 'it', 'care'),
  });

  it('the gateway answers as one schema would', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...QUERIES),
        fc.array(placed, { minLength: 2, maxLength: 4 }),
        async (query, faults) => {
          const { answer, expected } = await compare(
            query,
            faults.map(({ place: [type, field], ...rest }) => ({ type, field, ...rest })),
          );
          expect(nulls(answer)).toEqual(nulls(expected));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

/** The fields that each subgraph answers, and those that need one of them; all of them fail where it is dead. */
const ANSWERED_BY: Record<string, Record<string, string[]>> = {
  sectors: { Query: ['sector', 'sectors'], Company: ['rank'], Sector: ['name', 'ceiling', 'notes'] },
  'trade-events': {
    Query: ['event', 'events'],
    Company: ['events', 'firstEvent'],
    Event: ['title', 'hosts', 'guests', 'organiser'],
  },
  companies: {
    Query: ['company', 'companies', 'optionalCompanies', 'flagship', 'things', 'named'],
    Company: ['name', 'kind', 'tags', 'matrix', 'address', 'sector', 'mainSector', 'parent', 'rank'],
  },
};

const DEAD: [what: string, executor: SubgraphExecutor][] = [
  ['says so', async () => ({ errors: [new GraphQLError('down', { extensions: { code: 'UNAVAILABLE' } })] })],
  ['answers null without an error', async () => ({ data: null })],
];

describe.each(Object.keys(ANSWERED_BY))('with the subgraph %s dead', (name) => {
  it.each(DEAD)('that %s, its fields alone are null and UNAVAILABLE', async (_, executor) => {
    const fault = new GraphQLError('down', { extensions: { code: 'UNAVAILABLE' } });
    const faults = Object.entries(ANSWERED_BY[name] ?? {}).flatMap(([type, fields]) =>
      fields.map((field) => ({ type, field, fault })),
    );
    const graph = toyGraph({}, { [name]: executor });
    for (const query of QUERIES) {
      const { expected } = await compare(query, faults);
      expect(nulls(outcome(await graph.ask(query))), query).toEqual(nulls(expected));
    }
  });
});
