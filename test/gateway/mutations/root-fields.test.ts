import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MODES } from '../../testkit/hub.js';
import type { Answer } from '../toy/graph.js';
import { Ledger } from './ledger.js';

describe.each(MODES)('the root fields of a mutation, %s', (mode) => {
  let ledger: Ledger;
  beforeEach(async () => {
    ledger = await Ledger.open(mode);
  });
  afterEach(() => ledger.close());

  it('run one after the other, and what is asked below one is read before the next one runs', async () => {
    const query = 'mutation { one: debit { count } two: credit { balance } three: debit(by: 5) { balance count } }';
    expect(await ledger.ask(query)).toEqual({
      data: { one: { count: 1 }, two: { balance: 0 }, three: { balance: -5, count: 3 } },
    });
    const [third, ...reads] = ledger.journal.slice(4);
    expect(ledger.journal.slice(0, 4)).toEqual(['debit', 'count', 'credit', 'balance']);
    expect([third, ...reads.sort()]).toEqual(['debit', 'balance', 'count']);
  });

  it('do so where neighbours belong to one subgraph', async () => {
    const query =
      'mutation { one: debit { count } two: debit { count } three: debit { balance } four: credit { count } }';
    expect(await ledger.ask(query)).toEqual({
      data: { one: { count: 1 }, two: { count: 2 }, three: { balance: -3 }, four: { count: 4 } },
    });
    expect(ledger.journal).toEqual(['debit', 'count', 'debit', 'count', 'debit', 'balance', 'credit', 'count']);
  });

  it('do so for the thousandth request as for the first', async () => {
    const query = 'mutation ($by: Int!) { a: debit(by: $by) { count } b: credit { count } }';
    await ledger.ask(query, { by: 1 });
    expect(await ledger.ask(query, { by: 7 })).toEqual({ data: { a: { count: 3 }, b: { count: 4 } } });
  });

  it('stand where fragments put them, in the order of the document', async () => {
    const query = `mutation {
      ...First
      t: __typename
      ... on Mutation { three: credit { ...Counted } }
      one: debit { count }
    }
    fragment First on Mutation { one: debit { balance } ...Second }
    fragment Second on Mutation { two: debit { ...Counted ...Weighed } __typename }
    fragment Counted on Account { count }
    fragment Weighed on Account { balance }`;
    const { data } = await ledger.ask(query);
    expect(data).toEqual({
      one: { balance: -1, count: 1 },
      two: { count: 2, balance: -2 },
      __typename: 'Mutation',
      t: 'Mutation',
      three: { count: 3 },
    });
    expect(Object.keys(data ?? {})).toEqual(['one', 'two', '__typename', 't', 'three']);
    expect(ledger.journal.filter((entry) => /^(debit|credit)/.test(entry))).toEqual(['debit', 'debit', 'credit']);
  });

  it('run where @skip and @include let them, and in the order of those that do', async () => {
    const query = `mutation ($early: Boolean!) {
      two: credit @include(if: $early) { count }
      ...F @skip(if: $early)
      one: debit { count }
      two: credit { count }
    }
    fragment F on Mutation { zero: debit { count } }`;
    const early = await ledger.ask(query, { early: true });
    expect(early).toEqual({ data: { two: { count: 1 }, one: { count: 2 } } });
    expect(Object.keys(early.data ?? {})).toEqual(['two', 'one']);
    const late = await ledger.ask(query, { early: false });
    expect(late).toEqual({ data: { zero: { count: 3 }, one: { count: 4 }, two: { count: 5 } } });
    expect(Object.keys(late.data ?? {})).toEqual(['zero', 'one', 'two']);
  });

  it('may bear any name', async () => {
    expect(await ledger.ask('mutation { __proto__: debit { count } constructor: credit { toString: count } }')).toEqual(
      {
        data: JSON.parse('{ "__proto__": { "count": 1 }, "constructor": { "toString": 2 } }'),
      },
    );
  });

  it('do not run after one that failed and must not be null', async () => {
    const answer = await ledger.ask('mutation { one: debit { balance } failStrictly { id } two: credit { count } }');
    expect(answer).toMatchObject({ data: null, errors: [{ path: ['failStrictly'] }] });
    expect(answer.errors).toHaveLength(1);
    expect(ledger.journal).toEqual(['debit', 'balance', 'fail']);
  });

  it('do not run after one whose null below reaches the root', async () => {
    const answer = await ledger.ask('mutation { one: debitStrictly { unreadableStrictly } two: credit { count } }');
    expect(answer).toMatchObject({ data: null, errors: [{ path: ['one', 'unreadableStrictly'] }] });
    expect(ledger.journal).toEqual(['debit', 'unreadable']);
  });

  it('run after one that failed and may be null', async () => {
    const answer = await ledger.ask('mutation { a: fail { id } b: credit { count } c: fail { id } }');
    expect(answer).toMatchObject({
      data: { a: null, b: { count: 1 }, c: null },
      errors: [{ path: ['a'] }, { path: ['c'] }],
    });
  });

  it('have the errors below them at the paths of the client', async () => {
    const answer = await ledger.ask(`mutation {
      one: debit { x: unreadable id }
      two: debit { y: unreadableStrictly }
      three: debit { z: broken }
    }`);
    expect(answer).toMatchObject({
      data: { one: { x: null, id: 'a1' }, two: null, three: { z: null } },
      errors: [{ path: ['one', 'x'] }, { path: ['two', 'y'] }, { path: ['three', 'z'] }],
    });
  });

  it('do not run at all where a variable is wrong', async () => {
    const query = 'mutation ($b: Boolean = true, $by: Int!) { debit { id } credit(by: $by) @skip(if: $b) { id } }';
    expect(await ledger.ask(query, { by: 'x' })).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(await ledger.ask(query, { by: 1, b: null })).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(ledger.journal).toEqual([]);
  });
});

describe('a mutation that is given up', () => {
  it('does not go on where the client has gone before it ran', async () => {
    const ledger = await Ledger.open('in process');
    const answer = await ledger.ask('mutation { one: debit { id } two: credit { id } }', {}, AbortSignal.abort());
    expect(ledger.journal).toEqual([]);
    expect(answer.errors?.map(({ path, message, extensions }) => [path, extensions?.code, message])).toEqual([
      [['one'], 'UNAVAILABLE', expect.stringMatching(/nothing was written/)],
      [['two'], 'UNAVAILABLE', expect.stringMatching(/nothing was written/)],
    ]);
  });

  it.each(MODES)('says so where its outcome is unknown, and runs nothing after it, %s', async (mode) => {
    const ledger = await Ledger.open(mode);
    const late = new AbortController();
    const answer = ledger.ask(
      'mutation { one: debit { id } hang { id } __typename two: credit { id } }',
      {},
      late.signal,
    );
    await expect.poll(() => ledger.journal).toContain('hang');
    late.abort();
    expect(await answer).toMatchObject({
      data: { one: { id: 'a1' }, hang: null, __typename: 'Mutation', two: null },
      errors: [
        { path: ['hang'], extensions: { code: 'OUTCOME_UNKNOWN' } },
        { path: ['two'], extensions: { code: 'UNAVAILABLE' }, message: expect.stringMatching(/nothing was written/) },
      ],
    });
    ledger.release();
    await ledger.close();
    expect(ledger.journal).not.toContain('credit');
  });

  it.each(MODES)('is answered at the deadline, and not with a request to try again, %s', async (mode) => {
    const ledger = await Ledger.open(mode);
    const response = await fetch(await ledger.serve(300), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'mutation { one: debit { id } hang { id } two: credit { id } }' }),
    });
    const { data, errors } = (await response.json()) as Answer;
    expect(data).toEqual({ one: { id: 'a1' }, hang: null, two: null });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['OUTCOME_UNKNOWN', 'UNAVAILABLE']);
    expect(JSON.stringify(errors)).not.toMatch(/try again/i);
    ledger.release();
    await ledger.close();
  });

  it('does not ask to be sent again where only a part below it does not answer', async () => {
    const silent = async () => ({ errors: [] });
    const ledger = await Ledger.open('in process', { credits: silent });
    const { data, errors } = await ledger.ask('mutation { one: debit { balance optionalCount } }');
    expect(data).toEqual({ one: { balance: -1, optionalCount: null } });
    expect(errors).toMatchObject([
      { path: ['one', 'optionalCount'], message: expect.stringMatching(/change itself was made/) },
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/try again/);
  });
});
