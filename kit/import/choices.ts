import { editDistance } from './edit-distance.js';
import { type Folded, fold } from './fold.js';

/** Something that a cell can name: by its key, as it should, or by a name, as people do. */
export interface Choice {
  readonly key: string;
  readonly names: readonly string[];
}

/** A choice, and the key or name by which a text means it. */
export interface Meant {
  readonly choice: Choice;
  readonly by: string;
}

interface Spelling extends Meant, Folded {
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
  readonly #exact = new Map<string, Set<Spelling>>();
  readonly #found = new Map<string, readonly Meant[]>();

  constructor(readonly all: readonly Choice[]) {
    this.#spellings = all.flatMap((choice) =>
      [...new Set([choice.key, ...choice.names])].map((name) => spell(name, choice)),
    );
    for (const spelling of this.#spellings) {
      for (const text of waysToEqual(spelling, spelling.by === spelling.choice.key)) {
        const same = this.#exact.get(text);
        if (same) same.add(spelling);
        else this.#exact.set(text, new Set([spelling]));
      }
    }
  }

  /** What a text most likely means, the likeliest first: that which it spells in another way, else contains, else mistypes. */
  nearest(text: string): readonly Meant[] {
    const known = this.#found.get(text);
    if (known) return known;
    const found = onePerChoice(this.#search(fold(text))).slice(0, MOST);
    this.#found.set(text, found);
    return found;
  }

  #search(wanted: Folded): Iterable<Spelling> {
    if (wanted.whole === '') return [];
    const exact = waysToEqual(wanted, true)
      .map((text) => this.#exact.get(text))
      .find((spellings) => spellings !== undefined);
    if (exact) return exact;
    const parts = best(this.#spellings, (spelling) => -sharedPart(wanted, spelling), -LEAST_SHARE);
    if (parts.length > 0) return parts;
    const most = Math.min(4, Math.floor(wanted.core.length / 3));
    const digits = digitsOf(wanted.words);
    const alike = this.#spellings.filter((spelling) => spelling.digits === digits);
    return best(alike, ({ core }) => editDistance(wanted.core, core, most), most);
  }
}

/** Under what a text is found, the surest first: a key comes before a name, and the order of words says least. */
function waysToEqual({ whole, core, words }: Folded, isKey: boolean): string[] {
  const ways = [`name ${whole}`, `core ${core}`, `words ${words.toSorted().join(' ')}`];
  return isKey ? [`key ${whole}`, ...ways] : ways;
}

function onePerChoice(found: Iterable<Spelling>): Meant[] {
  const byChoice = new Map<Choice, Meant>();
  for (const { choice, by } of found) if (!byChoice.has(choice)) byChoice.set(choice, { choice, by });
  return [...byChoice.values()];
}

function spell(by: string, choice: Choice): Spelling {
  const folded = fold(by);
  return { ...folded, choice, by, digits: digitsOf(folded.words) };
}

/** A wrong digit is seldom a typing error: `JP-48` means none of the forty-seven. */
function digitsOf(words: readonly string[]): string {
  return (words.join(' ').match(/\d+/g) ?? []).map(Number).join(' ');
}

/** The spellings of least cost, none of which costs more than `most`. */
function best(spellings: readonly Spelling[], cost: (spelling: Spelling) => number, most: number): Spelling[] {
  let least = most;
  let found: Spelling[] = [];
  for (const spelling of spellings) {
    const here = cost(spelling);
    if (here > least) continue;
    if (here < least) found = [];
    least = here;
    found.push(spelling);
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
