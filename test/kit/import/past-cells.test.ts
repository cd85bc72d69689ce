import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Refusal } from '../../../kit/import/cell.js';
import { date, skillsTest } from '../../../kit/import/cells.js';
import { past } from '../../../kit/import/past-cells.js';
import { todayInTokyo } from '../../../kit/import/tokyo-day.js';

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

it.each([
  ['2026-11-27T14:59:59.999Z', '2026-11-27'],
  ['2026-11-27T15:00:00.000Z', '2026-11-28'],
  ['2026-12-31T15:00:00.000Z', '2027-01-01'],
  ['2026-11-26T15:00:00.000Z', '2026-11-27'],
])('at %s it is %s in Tokyo, whatever was asked before', (now, today) => {
  vi.setSystemTime(new Date(now));
  expect(todayInTokyo()).toBe(today);
});

it('takes a day up to today in Tokyo and refuses the day after it', () => {
  vi.setSystemTime(new Date('2026-11-27T15:30:00Z'));
  const cell = past(date());
  expect(cell.parse('2026-11-28')).toBe('2026-11-28');
  expect(cell.parse('2026-11-29')).toEqual(new Refusal('must not be after today (2026-11-28 in Tokyo)'));
  vi.setSystemTime(new Date('2026-11-28T15:00:00Z'));
  expect(cell.parse('2026-11-29')).toBe('2026-11-29');
});

it('leaves the refusals of the cell as they are, and finds the day where the cell holds more', () => {
  vi.setSystemTime(new Date('2026-11-27T00:00:00Z'));
  expect(past(date()).parse('27/11/2026')).toEqual(date().parse('27/11/2026'));
  const test = past(skillsTest(), (value) => value.slice(value.indexOf('@') + 1));
  expect(test.parse('nursing-care@2026-11-27')).toBe('nursing-care@2026-11-27');
  expect(test.parse('nursing-care@2026-11-28')).toBeInstanceOf(Refusal);
});
