import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CONNECTIONS } from '../../../kit/database/pool.js';
import { MODES } from '../../testkit/hub.js';
import { type Bank, openBank } from './bank.js';

describe.each(MODES)('changes of a real database, %s', (mode) => {
  let bank: Bank;
  beforeAll(async () => {
    bank = await openBank(mode);
  });
  beforeEach(() => bank.sql('update bank.account set balance = 0; truncate bank.entry'));
  afterAll(() => bank.close());

  const balance = async () => (await bank.sql('select balance from bank.account'))[0]?.balance;

  it('are committed before what lies below them is read, and before the next one', async () => {
    const query = `mutation {
      one: pay(by: 5) { balance paid entries }
      two: note(text: "x") { balance entries paid }
      three: pay(by: 5) { paid balance entries }
    }`;
    expect(await bank.ask(query)).toEqual({
      data: {
        one: { balance: 5, paid: 5, entries: 0 },
        two: { balance: 5, entries: 1, paid: 5 },
        three: { paid: 10, balance: 10, entries: 1 },
      },
    });
  });

  it('stand for themselves: a commit that is refused fails its own field', async () => {
    const { data, errors } = await bank.ask(
      'mutation { one: pay(by: 3) { paid } two: pay(by: -9) { paid } three: note(text: "x") { paid } }',
    );
    expect(data).toEqual({ one: { paid: 3 }, two: null, three: { paid: 3 } });
    expect(errors).toMatchObject([{ path: ['two'], extensions: { code: 'CONFLICT' } }]);
    expect(await balance()).toBe(3);
  });

  it('end with one that must not be null and is refused', async () => {
    const { data, errors } = await bank.ask(
      'mutation { one: pay(by: 3) { id } two: payStrictly(by: -9) { id } three: note(text: "x") { id } }',
    );
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['two'], extensions: { code: 'CONFLICT' } }]);
    expect(await balance()).toBe(3);
    expect(await bank.sql('select * from bank.entry')).toEqual([]);
  });

  it('at the same time all take effect', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => bank.ask('mutation { a: pay(by: 1) { paid } b: pay(by: 1) { paid } }')),
    );
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(await balance()).toBe(16);
  });

  it('are undone where the client leaves in their midst', async () => {
    const half = bank.halfPaid();
    await bank.askAndLeave('mutation { paySlowly(by: 7) { balance } }', () =>
      expect.poll(() => bank.halfPaid()).toBe(half + 1),
    );
    const inTransaction = `select 1 from pg_stat_activity where state like 'idle in transaction%' and datname = current_database()`;
    await expect.poll(() => bank.sql(inTransaction)).toEqual([]);
    expect(await balance()).toBe(0);
  });

  it('leave the rest of an answer as it is where a part below them does not answer', async () => {
    const { data, errors } = await bank.ask('mutation { one: pay(by: 2) { balance rating entries } }');
    expect(data).toEqual({ one: { balance: 2, rating: null, entries: 0 } });
    expect(errors).toMatchObject([
      {
        path: ['one', 'rating'],
        extensions: { code: 'UNAVAILABLE' },
        message: expect.stringMatching(/change itself was made/),
      },
    ]);
  });
});

describe('a change at the deadline', () => {
  it('is undone where all of it is in process, and says so', async () => {
    const bank = await openBank('in process', 500);
    const { data, errors } = await bank.ask(
      'mutation { one: pay(by: 1) { id } two: paySlowly(by: 7) { balance } three: pay(by: 1) { id } }',
    );
    expect(data).toEqual({ one: { id: 'a1' }, two: null, three: null });
    expect(errors).toMatchObject([
      { path: ['two'], extensions: { code: 'UNAVAILABLE' }, message: expect.stringMatching(/nothing was written/) },
      { path: ['three'], extensions: { code: 'UNAVAILABLE' }, message: expect.stringMatching(/nothing was written/) },
    ]);
    await expect.poll(() => bank.sql('select balance from bank.account')).toEqual([{ balance: 1 }]);
    await bank.close();
  });

  it('has an unknown outcome where it was sent to another process', async () => {
    const bank = await openBank('over HTTP', 500);
    const { errors } = await bank.ask('mutation { two: paySlowly(by: 7) { balance } }');
    expect(errors).toMatchObject([{ path: ['two'], extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    await bank.close();
  });
});

it('a subgraph that hangs holds no connection of the others', async () => {
  const bank = await openBank('in process');
  const held = Array.from({ length: CONNECTIONS * 2 }, () => bank.ask('{ account { balance rating } }'));
  await expect.poll(() => bank.waiting(), { timeout: 20_000 }).toBe(CONNECTIONS * 2);
  let answered = 0;
  for (const each of held) each.then(() => (answered += 1));
  expect(await bank.ask('{ account { balance entries } }')).toEqual({ data: { account: { balance: 0, entries: 0 } } });
  expect(answered).toBeLessThan(CONNECTIONS * 2);
  for (const { data } of await Promise.all(held)) expect(data).toEqual({ account: { balance: 0, rating: null } });
  await bank.close();
});
