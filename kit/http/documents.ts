import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoFragmentCyclesRule,
  parse,
  Source,
  specifiedRules,
  type ValidationContext,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { HubError } from '../errors.js';
import { boundError, MAX_ERRORS } from '../limits/bounded-errors.js';
import { BoundedLexer } from '../limits/bounded-lexer.js';
import { limitExceeded } from '../limits/limit-exceeded.js';
import { measure } from '../limits/measure.js';
import type { OperationLimits } from '../limits/operation-limits.js';

/** A document that may be executed, or why it may not. */
export type ReadDocument =
  | { readonly document: DocumentNode; readonly errors?: undefined }
  | { readonly document?: undefined; readonly errors: readonly GraphQLError[] };

const MAX_DOCUMENTS = 1_000;

/** All documents together, in characters of their source: a syntax tree takes some fifty times its source. */
const MAX_SOURCE = 4_000_000;

/** Reads the documents of clients: each is parsed, measured and only then validated, and kept while it is among the last. */
export class Documents {
  private readonly known = new LRUCache<string, ReadDocument>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_SOURCE,
    sizeCalculation: (_, text) => Math.max(1, text.length),
  });

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: OperationLimits,
  ) {}

  /** The document of this text, if it was read before and is valid. */
  find(text: string): DocumentNode | undefined {
    return this.known.get(text)?.document;
  }

  read(text: string): ReadDocument {
    const known = this.known.get(text);
    if (known) return known;
    const read = this.readAnew(text);
    if (read.document) this.known.set(text, read);
    return read;
  }

  private readAnew(text: string): ReadDocument {
    try {
      const source = new Source(text, 'GraphQL request');
      const document = parse(source, { lexer: new BoundedLexer(source, this.limits.tokens) });
      const { isCyclic } = measure(document, this.limits);
      const errors = isCyclic ? validate(this.schema, document, [NoFragmentCyclesRule]) : this.validate(document);
      return errors.length === 0 ? { document } : { errors: errors.map((error) => boundError(invalid(error))) };
    } catch (error) {
      if (error instanceof HubError) return { errors: [error] };
      if (error instanceof GraphQLError) return { errors: [boundError(withCode(error, 'GRAPHQL_PARSE_FAILED'))] };
      throw error;
    }
  }

  private validate(document: DocumentNode): readonly GraphQLError[] {
    return validate(this.schema, document, [...specifiedRules, servedOperationRule], { maxErrors: MAX_ERRORS });
  }
}

/** What graphql-js says when it has compared too many fields with each other. */
const ABORTED = 'Validation aborted.';

function invalid(error: GraphQLError): GraphQLError {
  if (error.message === ABORTED) return limitExceeded('The operation names the same fields too often to be validated.');
  return withCode(error, 'GRAPHQL_VALIDATION_FAILED');
}

function withCode({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}

/** Refuses an operation of a kind that the schema has no root type for, and subscriptions, which the hub does not serve. */
function servedOperationRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      const { operation } = node;
      const hasRoot = context.getSchema().getRootType(operation) != null;
      if (hasRoot && operation !== 'subscription') return;
      const reason = hasRoot ? 'The hub does not serve subscriptions.' : `The schema has no ${operation}s.`;
      context.reportError(new GraphQLError(reason, { nodes: [node] }));
    },
  };
}
