import { type Cell, Refusal } from './cell.js';
import { todayInTokyo } from './tokyo-day.js';

/** A cell of something that has happened: its day is not after today in Tokyo. `dayOf` finds the day where the cell holds more. */
export function past(cell: Cell, dayOf: (value: string) => string = (value) => value): Cell {
  return {
    ...cell,
    expects: `${cell.expects}, not after today`,
    parse(text) {
      const value = cell.parse(text);
      if (typeof value !== 'string') return value;
      const today = todayInTokyo();
      return dayOf(value) > today ? new Refusal(`must not be after today (${today} in Tokyo)`) : value;
    },
  };
}
