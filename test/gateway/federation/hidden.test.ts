import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, inProcess, overHttp, type Row, type Toy } from './toy.js';

const parcel: Row = { __typename: 'Parcel', id: 'p1', mode: 'SECRET', modes: ['AIR', 'SECRET'], strict: 'AIR' };
const other: Row = { __typename: 'Parcel', id: 'p2', mode: 'AIR', modes: ['AIR'], strict: 'SECRET' };
const spy: Row = { __typename: 'Spy', id: 'x1', code: 7 };

/** Values that clients may not know of (@inaccessible), and that a subgraph answers all the same. */
const toy: Toy = {
  subgraphs: {
    post: `
      type Query { parcel: Parcel parcels: [Parcel]! items: [Item]! things: [Thing] thing: Thing! }
      enum Mode { AIR SEA SECRET @inaccessible }
      interface Thing { id: ID! }
      interface Secret @inaccessible { id: ID! }
      type Parcel implements Thing & Secret { id: ID! mode: Mode modes: [Mode] strict: Mode! }
      type Spy implements Thing @inaccessible { id: ID! code: Int }
      union Item = Parcel | Spy
    `,
  },
  rows: [],
  resolvers: {
    Query: {
      parcel: () => parcel,
      parcels: () => [parcel, other],
      items: () => [spy, parcel],
      things: () => [parcel, spy],
      thing: () => spy,
    },
  },
};

const OF_NO_TYPE = ': the type of the object is not one of its types.';

describe('a value that clients may not know of is null, with an error that says where', () => {
  const here = inProcess(toy);
  let http: { ask: Ask; close: () => Promise<void> };
  beforeAll(async () => {
    http = await overHttp(toy);
  });
  afterAll(() => http.close());

  it.each<[what: string, query: string, data: unknown, errors: [message: string, path: string][]]>([
    [
      'an enum value',
      '{ parcel { mode id } }',
      { parcel: { mode: null, id: 'p1' } },
      [['Parcel.mode.', 'parcel.mode']],
    ],
    [
      'one in a list',
      '{ parcel { modes } }',
      { parcel: { modes: ['AIR', null] } },
      [['Parcel.modes.', 'parcel.modes.1']],
    ],
    [
      'one where there must be a value',
      '{ parcels { strict } }',
      { parcels: [{ strict: 'AIR' }, null] },
      [['Parcel.strict.', 'parcels.1.strict']],
    ],
    [
      'a member of a union',
      '{ items { ... on Parcel { id } } }',
      { items: [null, { id: 'p1' }] },
      [[`Query.items${OF_NO_TYPE}`, 'items.0']],
    ],
    [
      'an implementation of an interface, even by the fields of the interface',
      '{ things { id } }',
      { things: [{ id: 'p1' }, null] },
      [[`Query.things${OF_NO_TYPE}`, 'things.1']],
    ],
    ['the same where there must be one', '{ thing { t: __typename } }', null, [[`Query.thing${OF_NO_TYPE}`, 'thing']]],
  ])('%s', async (_, query, data, errors) => {
    for (const ask of [here.ask, http.ask]) {
      const answer = await ask(query);
      expect(answer.data).toEqual(data);
      expect(
        answer.errors?.map(({ message, path, extensions }) => [message, path?.join('.'), extensions?.code]),
      ).toEqual(errors.map(([field, path]) => [`Invalid value found for field ${field}`, path, 'INTERNAL']));
    }
  });
});
