import { editDistance } from './edit-distance.js';
import { type Folded, fold } from './fold.js';

/** Something that a cell can name: by its key, as it should, or by a name, as people do. */
export interface Choice {
  readonly key: string;
  readonly names: readonly string[];
}

interface Spelling extends Folded {
  readonly choice: Choice;
  readonly digits: string;
}

const MOST = 3;
/** A part of a name says which one is meant if it makes up so much of it. */
const LEAST_SHARE = 0.3;
/** Prefixes and typing errors of shorter words may mean anything. */
const SHORTEST_PREFIX = 4;

/** What cells of a column can name, ready to be searched for what a wrong cell may have meant. */
export class Choices {
  readonly #spellings: readonly Spelling[];
  readonly #exact = new Map<string, Set<Choice>>();
  readonly #found = new Map<string, readonly Choice[]>();

  constructor(readonly all: readonly Choice[]) {
    this.#spellings = all.flatMap((choice) =>
      [...new Set([choice.key, ...choice.names])].map((name) => spell(name, choice)),
    );
    for (const { whole, core, words, choice } of this.#spellings) {
      for (const text of [`whole ${whole}`, `core ${core}`, `words ${inAnyOrder(words)}`]) {
        const same = this.#exact.get(text);
        if (same) same.add(choice);
        else this.#exact.set(text, new Set([choice]));
      }
    }
  }

  /** What a text most likely means, the likeliest first: that which it spells in another way, else contains, else mistypes. */
  nearest(text: string): readonly Choice[] {
    const known = this.#found.get(text);
    if (known) return known;
    const found = this.#search(fold(text)).slice(0, MOST);
    this.#found.set(text, found);
    return found;
  }

  #search(wanted: Folded): Choice[] {
    if (wanted.whole === '') return [];
    const exact = [`whole ${wanted.whole}`, `core ${wanted.core}`, `words ${inAnyOrder(wanted.words)}`]
      .map((text) => this.#exact.get(text))
      .find((choices) => choices !== undefined);
    if (exact) return [...exact];
    const parts = best(this.#spellings, (spelling) => -sharedPart(wanted, spelling), -LEAST_SHARE);
    if (parts.length > 0) return parts;
    const most = Math.min(4, Math.floor(wanted.core.length / 3));
    const digits = digitsOf(wanted.words);
    const alike = this.#spellings.filter((spelling) => spelling.digits === digits);
    return best(alike, ({ core }) => editDistance(wanted.core, core, most), most);
  }
}

function spell(name: string, choice: Choice): Spelling {
  const folded = fold(name);
  return { ...folded, choice, digits: digitsOf(folded.words) };
}

function inAnyOrder(words: readonly string[]): string {
  return words.toSorted().join(' ');
}

/** A wrong digit is seldom a typing error: `JP-48` means none of the forty-seven. */
function digitsOf(words: readonly string[]): string {
  return (words.join(' ').match(/\d+/g) ?? []).map(Number).join(' ');
}

/** The choices of least cost, none of which costs more than `most`. */
function best(spellings: readonly Spelling[], cost: (spelling: Spelling) => number, most: number): Choice[] {
  let least = most;
  let found: Choice[] = [];
  for (const spelling of spellings) {
    const here = cost(spelling);
    if (here > least || Number.isNaN(here)) continue;
    if (here < least) found = [];
    least = here;
    if (!found.includes(spelling.choice)) found.push(spelling.choice);
  }
  return found;
}

/** How much of the longer text the shorter one is, where all its words are in it; else 0. */
function sharedPart(one: Folded, other: Folded): number {
  const [short, long] = one.core.length <= other.core.length ? [one, other] : [other, one];
  const share = short.core.length / long.core.length;
  return share >= LEAST_SHARE && (isWithin(short, long) || beginsWith(short, long)) ? share : 0;
}

function isWithin(short: Folded, long: Folded): boolean {
  return short.words.every((word) =>
    long.words.some((other) => other === word || (word.length >= SHORTEST_PREFIX && other.startsWith(word))),
  );
}

/** Scripts without spaces make one word of a whole name. */
function beginsWith(short: Folded, long: Folded): boolean {
  return short.core.length >= 2 && /^[^\0-\u2fff]/.test(short.core) && long.core.startsWith(short.core);
}
