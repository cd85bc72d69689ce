const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const WARM_UP = 12;

/** Repeatable random numbers: Chris Doty-Humphrey's sfc32. Equal keys give equal numbers, on every machine. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, name: number, index: number) {
    this.#a = seed | 0;
    this.#b = name | 0;
    this.#c = index | 0;
    for (let round = 0; round < WARM_UP; round += 1) this.next();
  }

  /** From 0 up to, and never, 1. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  }

  /** A whole number, both ends included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /** A whole number, both ends included; small ones are likelier. */
  low(min: number, max: number): number {
    const draw = this.next();
    return min + Math.floor(draw * draw * (max - min + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)] as T;
  }

  /** A rank from 1 to `count` by Zipf's law: the second comes about half as often as the first, the third a third as often. */
  zipf(count: number): number {
    return Math.min(count, Math.floor((count + 1) ** this.next()));
  }
}

/** A family of independent random sequences, one for each index. */
export type Stream = (index: number) => Random;

/** The sequences of one name: what is drawn from one index never shifts what another gives. */
export function stream(seed: number, name: string): Stream {
  let hash = FNV_OFFSET;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) as number), FNV_PRIME);
  return (index) => new Random(seed, hash, index);
}
