import fc, { type GeneratorValue } from 'fast-check';

/** fast-check would rather draw what lies at the ends. */
const fair = (least: number, most: number) => fc.noBias(fc.integer({ min: least, max: most }));

/** Draws that fall alike on every run. */
export class Dice {
  constructor(private readonly draw: GeneratorValue) {}

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return this.draw(fair, least, most);
  }

  /** True in so many of a hundred draws. */
  chance(percent: number): boolean {
    return this.between(0, 9_999) < percent * 100;
  }

  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new Error('There is nothing to pick from');
    return items[this.between(0, items.length - 1)] as Item;
  }

  /** So many different ones, in an order of their own; fewer where there are fewer. */
  several<Item>(items: readonly Item[], count: number): Item[] {
    const left = [...items];
    const picked: Item[] = [];
    while (picked.length < count && left.length > 0) picked.push(...left.splice(this.between(0, left.length - 1), 1));
    return picked;
  }
}

/** One set of dice for each operation; the same seed throws the same. */
export function diceOf(count: number, seed: number): Dice[] {
  return fc.sample(fc.gen(), { numRuns: count, seed }).map((draw) => new Dice(draw));
}
