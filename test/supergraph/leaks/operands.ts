import { type GraphQLInputObjectType, type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';
import type { Canary } from './canaries.js';

/** The lists and stats that take a filter, and the kind of row that is behind it. */
export const FILTERED = {
  placements: 'Placement',
  placementStats: 'Placement',
  people: 'Person',
  candidates: 'Candidate',
  contracts: 'Contract',
  contractStats: 'Contract',
} as const;

/** What to select so that any difference is seen. */
const SELECTED = {
  placements: '{ totalCount nodes { id } }',
  people: '{ totalCount nodes { id } }',
  candidates: '{ totalCount nodes { id } }',
  contracts: '{ totalCount nodes { id } }',
  placementStats: '{ rounded count employed started leftEarly }',
  contractStats: '{ rounded count reportedValue }',
} as const;

/** A question with a value from a hidden cell, and the same with one that nobody has. */
export interface Question {
  readonly hidden: string;
  readonly nobodys: string;
}

/** What no row has, by the scalar of the operand; as alike the hidden value as can be, so that nothing else differs. */
const OPERANDS: Readonly<Record<string, (text: string) => Operands | undefined>> = {
  String: (text) => [JSON.stringify(text), JSON.stringify([...text].reverse().join('~'))],
  Int: (text) => (/^\d{6,9}$/.test(text) ? [text, String(Number(text) + 1)] : undefined),
  Decimal: (text) => (/^\d+\.\d+$/.test(text) ? [JSON.stringify(text), JSON.stringify(`${text}7`)] : undefined),
  Date: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? [JSON.stringify(text), JSON.stringify(nextDay(text))] : undefined),
};

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** Every field of the filter of every list, with every comparison: lists of all hidden values, and each that fits by itself. */
export function questionsOf(schema: GraphQLSchema, hidden: readonly Canary[]): Question[] {
  const query = schema.getQueryType()?.getFields() ?? {};
  return Object.entries(FILTERED).flatMap(([list, of]) => {
    const filter = getNamedType(query[list]?.args.find(({ name }) => name === 'filter')?.type);
    if (!isInputObjectType(filter)) throw new Error(`${list} has no filter`);
    const values = hidden.filter((canary) => canary.of === of || (of === 'Candidate' && canary.of === 'Person'));
    const ask = (condition: string) => `${list}(filter: { ${condition} }) ${SELECTED[list as keyof typeof SELECTED]}`;
    return comparisonsOf(filter).flatMap(({ field, path, scalar, isList }) => {
      const pairs = values.flatMap(({ cell, text }) => {
        const bare = /^"nationality":"(.*)"$/.exec(text)?.[1] ?? text;
        const operands = OPERANDS[scalar]?.(bare);
        return operands ? [{ cell, operands }] : [];
      });
      const written = isList ? [listOf(pairs.map(({ operands }) => operands))] : fitting(field, pairs);
      return written.flatMap((operands) => {
        if (!operands) return [];
        const [hidden, nobodys] = operands.map((operand) => ask(path.replace('$', operand)));
        return [{ hidden: hidden as string, nobodys: nobodys as string }];
      });
    });
  });
}

type Operands = readonly [hidden: string, nobodys: string];

function listOf(operands: readonly Operands[]): Operands | undefined {
  if (operands.length === 0) return undefined;
  return [`[${operands.map(([one]) => one).join(', ')}]`, `[${operands.map(([, other]) => other).join(', ')}]`];
}

/** The values from the column behind a field; a few of any column where none is known to be. */
function fitting(field: string, pairs: readonly { cell: string; operands: Operands }[]): Operands[] {
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const own = pairs.filter(({ cell }) => cell.endsWith(` ${column}`) || (column === 'name' && cell.includes('name')));
  return (own.length > 0 ? own : pairs.slice(0, 3)).map(({ operands }) => operands);
}

interface Comparison {
  readonly field: string;
  /** As `reference: { eq: $ }`. */
  readonly path: string;
  readonly scalar: string;
  readonly isList: boolean;
}

/** `lt`, `gte` and their like draw a line between two neighbouring values, and only the hidden row lies there. */
function comparisonsOf(filter: GraphQLInputObjectType): Comparison[] {
  return Object.values(filter.getFields()).flatMap((field) => {
    const comparator = getNamedType(field.type);
    if (!isInputObjectType(comparator) || comparator === filter) return [];
    return Object.values(comparator.getFields()).map(({ name, type }) => ({
      field: field.name,
      path: `${field.name}: { ${name}: $ }`,
      scalar: getNamedType(type).name,
      isList: String(type).startsWith('['),
    }));
  });
}
