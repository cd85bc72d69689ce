import type { Dice } from './dice.js';

/** What subgraphs must be told of an object: seldom an alias, and seldom with a condition; differences.ts says why. */
export const KEYS: ReadonlySet<string> = new Set(['id', 'slug', 'code', 'ceilings']);

const FIELDS = ['reference', 'name', 'nodes', 'title', 'company', 'statements', 'event'];

/** The response names of one operation: each stands for the same everywhere, so that all selections merge. */
export class Names {
  private readonly meanings = new Map<string, string>();

  constructor(private readonly dice: Dice) {}

  /** A field under its own name, a new one, or that of another field. */
  give(field: string, call: string, type: string): string {
    const meaning = `${call}: ${type}`;
    const isFree = (name: string) => (this.meanings.get(name) ?? meaning) === meaning;
    const name = [this.draw(field), field].find(isFree) ?? this.fresh();
    this.meanings.set(name, meaning);
    return name === field ? call : `${name}: ${call}`;
  }

  private draw(field: string): string {
    if (this.dice.chance(0.15)) return this.dice.pick([...KEYS]);
    if (this.dice.chance(7)) return this.dice.pick(FIELDS);
    return this.dice.chance(8) ? this.fresh() : field;
  }

  private fresh(): string {
    return `a${this.meanings.size}`;
  }
}
