import type { Random } from './random.js';

/** Things that come with different likelihoods. Cheapest where the likely ones stand first. */
export class Weighted<T> {
  readonly #items: readonly T[];
  readonly #bounds: readonly number[];
  readonly #total: number;

  constructor(weights: readonly (readonly [T, number])[]) {
    let total = 0;
    this.#items = weights.map(([item]) => item);
    this.#bounds = weights.map(([, weight]) => {
      total += weight;
      return total;
    });
    this.#total = total;
  }

  pick(random: Random): T {
    const draw = random.next() * this.#total;
    let at = 0;
    while (draw >= (this.#bounds[at] as number)) at += 1;
    return this.#items[at] as T;
  }
}
