import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../toy/graph.js';
import { MEDIA_OPERATIONS, media } from './media.js';
import { operationsOver } from './operation-writer.js';
import { SHOP_OPERATIONS, shop } from './shop.js';
import { type Ask, inProcess, monolith, overHttp } from './toy.js';
import { ZOO_OPERATIONS, zoo } from './zoo.js';

/** About a third of the generated operations is valid. */
const GENERATED = 90;
const LEAST_VALID = 15;

describe.each([
  { name: 'interfaces and unions', toy: zoo, operations: ZOO_OPERATIONS, unplanned: 0 },
  // See "Limits" of the README.
  { name: 'interface objects', toy: media, operations: MEDIA_OPERATIONS, unplanned: 4 },
  { name: 'keys and what is required', toy: shop, operations: SHOP_OPERATIONS, unplanned: 0 },
])('$name are answered as one schema would', ({ toy, operations, unplanned }) => {
  const expected = monolith(toy);
  const here = inProcess(toy);
  let elsewhere: { ask: Ask; close: () => Promise<void> };
  beforeAll(async () => {
    elsewhere = await overHttp(toy);
  });
  afterAll(() => elsewhere.close());

  it.each(operations)('%s', async (_, query) => {
    const right = await expected(query);
    expect(right.errors).toBeUndefined();
    expect(await here.ask(query), 'in process').toEqual(right);
    expect(await elsewhere.ask(query), 'over HTTP').toEqual(right);
  });

  it('whatever is asked', async () => {
    const generated = operationsOver(here.gateway.schema, GENERATED, 7);
    let answered = 0;
    for (const query of generated) {
      const answer = await here.ask(query);
      if (isUnplanned(answer)) continue;
      answered += 1;
      expect(answer, query).toEqual(await expected(query));
    }
    expect(answered).toBeGreaterThan(LEAST_VALID);
    expect(generated.length - answered).toBeLessThanOrEqual(unplanned);
  });
});

/** Whether the planner found no plan: all is refused, and no field is to blame. */
function isUnplanned({ data, errors = [] }: Answer): boolean {
  return data === null && errors.length === 1 && errors[0]?.path === undefined;
}
