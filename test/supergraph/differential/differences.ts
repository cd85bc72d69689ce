import { type DocumentNode, visit } from 'graphql';
import type { Answer } from './gateways.js';
import { KEYS } from './names.js';

/** Where the other planner answers otherwise, and is wrong. */
export interface Difference {
  /** What it does, and why that is wrong. */
  readonly says: string;
  /** The least that shows it, asked by the public. */
  readonly query: string;
  readonly hub: Told;
  readonly other: Told;
  /** Whether a generated operation, or the other planner's answer to it, is of this kind; then the two are not compared. */
  readonly isMet?: (document: DocumentNode, other: Answer) => boolean;
}

/** An answer with its errors as `path code`. */
export interface Told {
  readonly data: unknown;
  readonly errors: readonly string[];
}

export const DIFFERENCES: readonly Difference[] = [
  {
    says: 'asks a subgraph for a key beside a field to which the client gave its name: aliases are the client’s to choose',
    query: '{ company(slug: "plusw") { slug: country exhibits { totalCount } } }',
    hub: { data: { company: { slug: 'JP', exhibits: { totalCount: 0 } } }, errors: [] },
    other: { data: { company: null }, errors: ['company GRAPHQL_VALIDATION_FAILED'] },
    isMet: someField((name, alias) => name !== alias && KEYS.has(alias)),
  },
  {
    says: 'does not fetch a key that the client skips, nor what hangs on it: null without an error in the place of a value',
    query: 'query ($no: Boolean = false) { company(slug: "plusw") { slug @include(if: $no) exhibits { totalCount } } }',
    hub: { data: { company: { exhibits: { totalCount: 0 } } }, errors: [] },
    other: { data: { company: { exhibits: null } }, errors: [] },
    isMet: someField((name, _, isConditional) => isConditional && KEYS.has(name)),
  },
  {
    says: 'fails where a fragment holds nothing but __typename',
    query: '{ sector(code: "it") { ... on Sector { __typename } } }',
    hub: { data: { sector: { __typename: 'Sector' } }, errors: [] },
    other: { data: { sector: null }, errors: ['sector undefined'] },
    isMet: hasMessage(/^Failed to create a gateway request/),
  },
  {
    // Too frequent to leave these operations out: withoutIndexes compares what is left.
    says: 'forgets which item of a list an error is of: a path has the index, so that it leads to the null',
    query: '{ sectors(filter: { code: { in: ["it", "nursing-care"] } }) { placements { totalCount } } }',
    hub: {
      data: { sectors: [{ placements: null }, { placements: null }] },
      errors: ['sectors.0.placements UNAUTHENTICATED', 'sectors.1.placements UNAUTHENTICATED'],
    },
    other: {
      data: { sectors: [{ placements: null }, { placements: null }] },
      errors: ['sectors.placements UNAUTHENTICATED', 'sectors.placements UNAUTHENTICATED'],
    },
  },
  {
    says: 'loses the error of a closed list, and blames its fields for being null: a field of null is never asked',
    query: `{ tradeEvent(slug: "sample-expo-2024") {
      exhibits(first: 1) { nodes { event { contracts { nodes { sector { ministry } } } } } } } }`,
    hub: {
      data: { tradeEvent: { exhibits: { nodes: [{ event: { contracts: null } }] } } },
      errors: ['tradeEvent.exhibits.nodes.0.event.contracts UNAUTHENTICATED'],
    },
    other: {
      data: { tradeEvent: { exhibits: { nodes: [{ event: { contracts: null } }] } } },
      errors: ['tradeEvent.exhibits.nodes.0.event.contracts.nodes undefined'],
    },
    isMet: hasMessage(/^(Cannot return null for non-nullable field|Expected Iterable)/),
  },
];

/** What keeps an operation from being compared. */
export function knownDifference(document: DocumentNode, other: Answer): Difference | undefined {
  return DIFFERENCES.find(({ isMet }) => isMet?.(document, other));
}

function hasMessage(pattern: RegExp): Difference['isMet'] {
  return (_, { errors = [] }) => errors.some(({ message }) => pattern.test(message));
}

function someField(test: (name: string, alias: string, isConditional: boolean) => boolean): Difference['isMet'] {
  return (document) => {
    let found = false;
    visit(document, {
      Field({ name, alias = name, directives = [] }) {
        found ||= test(name.value, alias.value, directives.length > 0);
      },
    });
    return found;
  };
}

export function told({ data, errors = [] }: Answer): Told {
  return { data, errors: errors.map(({ path = [], extensions }) => `${path.join('.')} ${extensions?.code}`) };
}
