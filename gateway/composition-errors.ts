import type { GraphQLError } from 'graphql';

/** What usually helps, by the code of the composition error. */
const FIXES: Record<string, string> = {
  INVALID_FIELD_SHARING: 'define the field in one subgraph only, or mark it @shareable in all of them.',
  SATISFIABILITY_ERROR: 'give the type a @key that both subgraphs know, or define the field where the type is reached.',
  FIELD_TYPE_MISMATCH: 'give the field the same type in all subgraphs.',
  FIELD_ARGUMENT_TYPE_MISMATCH: 'give the argument the same type in all subgraphs.',
  KEY_INVALID_FIELDS: 'name fields of the type in its @key.',
  REQUIRES_INVALID_FIELDS: 'name fields in @requires that the type has, and mark them @external.',
  ENUM_VALUE_MISMATCH: 'give the enum the same values in all subgraphs.',
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: 'make the argument optional, or add it in all subgraphs.',
  EXTERNAL_MISSING_ON_BASE: 'define the field in the subgraph that owns the type.',
  EXTERNAL_UNUSED: 'remove @external, or use the field in @requires or @provides.',
  INVALID_GRAPHQL: 'correct its SDL.',
  NO_QUERIES: 'add a query to one of the subgraphs.',
};

/** A composition error in one line. The library's message names the type and the field, and mostly the subgraph. */
export function explain({ message, extensions }: GraphQLError): string {
  const code = String(extensions.code ?? 'COMPOSITION_ERROR');
  const text = message
    .replace(/\s+/g, ' ')
    .replace(/^\[[^\]]+\] /, '')
    .trim();
  const subgraph = typeof extensions.subgraphName === 'string' ? `[${extensions.subgraphName}] ` : '';
  const fix = FIXES[code];
  return `${subgraph}${code}: ${text}${/[.!?]$/.test(text) ? '' : '.'}${fix ? ` Fix: ${fix}` : ''}`;
}
