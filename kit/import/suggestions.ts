import type { ClientBase } from 'pg';
import { Choices, type Meant } from './choices.js';
import type { ImportDefinition } from './definition.js';
import { fold } from './fold.js';
import { localChoices } from './local-choices.js';
import type { Problem } from './problem.js';
import type { NameLookup, Reference } from './reference.js';

/** A set of this size or smaller is shown completely if no member is similar. */
const FEW = 20;

/**
 * Adds suggestions to each problem about an unknown name: rows with a similar name. Only problems that the report shows come here, so the
 * work is bounded for any number of problems. Each set of names is read once.
 */
export async function withSuggestions(
  problems: readonly Problem[],
  definition: ImportDefinition,
  transaction: ClientBase,
  names: NameLookup | undefined,
): Promise<Problem[]> {
  const suggestions = new Map<string, (sought: string) => string>();
  for (const [column, { cell }] of Object.entries(definition.columns)) {
    const choices = cell.choices?.();
    if (choices) suggestions.set(column, (sought) => suggestion(choices, sought, false));
  }
  const abroad = new Map<string, Choices | undefined>();
  for (const reference of definition.references ?? []) {
    const keys = problems.flatMap(({ column, sought }) =>
      sought && column === reference.column ? keyOf(sought, reference) : [],
    );
    if (keys.length === 0) continue;
    const choices =
      'typeName' in reference
        ? await choicesAbroad(reference.typeName, abroad, names)
        : await localChoices(transaction, reference, keys);
    const isWhole = 'typeName' in reference || reference.names !== undefined;
    if (choices) suggestions.set(reference.column, (sought) => suggestion(choices, keyOf(sought, reference), isWhole));
  }
  return problems.map(({ sought, ...problem }) => {
    const suggest = sought && problem.column ? suggestions.get(problem.column) : undefined;
    return sought && suggest ? { ...problem, message: problem.message + suggest(sought) } : problem;
  });
}

async function choicesAbroad(
  typeName: string,
  known: Map<string, Choices | undefined>,
  names: NameLookup | undefined,
): Promise<Choices | undefined> {
  if (!known.has(typeName)) {
    const listed = await names?.(typeName);
    known.set(typeName, listed && new Choices(listed));
  }
  return known.get(typeName);
}

/** The key that an item of a cell begins with. */
function keyOf(sought: string, { keyBefore }: Reference): string {
  const [key = ''] = keyBefore ? sought.split(keyBefore, 1) : [sought];
  return key;
}

/** `isOpen`: the message does not list the set already; its members have names, by which they are recognised. */
function suggestion(choices: Choices, text: string, isOpen: boolean): string {
  if (choices.all.some(({ key }) => key === text)) return '';
  const meant = choices.nearest(text);
  if (meant.length > 0) return `; did you mean ${oneOrMore(meant.map((each) => called(each, isOpen)))}?`;
  const few = isOpen && choices.all.length > 0 && choices.all.length <= FEW;
  return few ? `; the hub knows ${choices.all.map(({ key }) => key).join(', ')}` : '';
}

/** The key, and the name where it says more. */
function called({ choice: { key, names }, by }: Meant, isOpen: boolean): string {
  const [name] = names;
  const saysMore = name !== undefined && (isOpen || by !== key) && fold(name).whole !== fold(key).whole;
  return saysMore ? `${key} (${name})` : key;
}

function oneOrMore(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
