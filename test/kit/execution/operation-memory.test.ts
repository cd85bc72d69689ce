import { expect, test } from 'vitest';
import { OperationMemory } from '../../../kit/execution/operation-memory.js';

const make = (weight: number) => ({ weight });
const weigh = ({ weight }: { weight: number }) => weight;

test('what is kept never weighs more than it may, whatever there is of it', () => {
  const memory = new OperationMemory(10_000);
  const plans = memory.shelf(weigh);
  const texts = memory.shelf(weigh);
  for (let n = 0; n < 1_000; n++) {
    for (const shelf of [plans, texts]) {
      shelf.remember(`key ${n}`, () => make(500));
      if (n % 3 === 0) shelf.remember(`key ${n}`, () => make(500));
    }
    expect(memory.weight).toBeLessThanOrEqual(10_000);
  }
  expect(memory.weight).toBeGreaterThan(5_000);
});

test('what comes again stays, while what comes once passes by', () => {
  const memory = new OperationMemory(100_000);
  const shelf = memory.shelf(weigh);
  const hot = shelf.remember('hot', () => make(1_000));
  expect(shelf.remember('hot', () => make(1_000))).toBe(hot);
  for (let n = 0; n < 10_000; n++) shelf.remember(`once ${n}`, () => make(1_000));
  expect(shelf.get('hot')).toBe(hot);
  expect(shelf.get('once 0')).toBeUndefined();
});

test('what weighs more than there is room for is made, and not kept', () => {
  const memory = new OperationMemory(1_000);
  const shelf = memory.shelf(weigh);
  expect(shelf.remember('large', () => make(5_000))).toEqual({ weight: 5_000 });
  expect([shelf.get('large'), memory.weight]).toEqual([undefined, 0]);
});

test('shelves do not see each other’s things', () => {
  const memory = new OperationMemory();
  const [one, other] = [memory.shelf(weigh), memory.shelf(weigh)];
  one.remember('key', () => make(1));
  expect(other.get('key')).toBeUndefined();
  one.delete('key');
  expect(one.get('key')).toBeUndefined();
});
