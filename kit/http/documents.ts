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
import { HubError } from '../errors.js';
import type { OperationMemory, Shelf } from '../execution/operation-memory.js';
import { boundError, MAX_ERRORS } from '../limits/bounded-errors.js';
import { BoundedLexer } from '../limits/bounded-lexer.js';
import { limitExceeded } from '../limits/limit-exceeded.js';
import { measure } from '../limits/measure.js';
import type { OperationLimits } from '../limits/operation-limits.js';

/** A document that may be executed, or the reason why it may not. */
export type ReadDocument =
  | { readonly document: DocumentNode; readonly errors?: undefined }
  | { readonly document?: undefined; readonly errors: readonly GraphQLError[] };

/** A document that is kept. */
interface Valid {
  readonly document: DocumentNode;
  readonly tokens: number;
}

/** The weight of a token and its part of the syntax tree in bytes, from measurements. */
const BYTES_PER_TOKEN = 500;

/** Reads the documents of clients. Each is parsed, measured and then validated. Repeated documents are kept. */
export class Documents {
  private readonly known: Shelf<Valid>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: OperationLimits,
    memory: OperationMemory,
  ) {
    this.known = memory.shelf(({ tokens }) => tokens * BYTES_PER_TOKEN);
  }

  /** The document of this text, if it was read before and is valid. */
  find(text: string): DocumentNode | undefined {
    return this.known.get(text)?.document;
  }

  read(text: string): ReadDocument {
    try {
      return { document: this.known.remember(text, () => this.readAnew(text)).document };
    } catch (error) {
      if (error instanceof Refusal) return { errors: error.errors.map(boundError) };
      if (error instanceof HubError) return { errors: [error] };
      if (error instanceof GraphQLError) return { errors: [boundError(withCode(error, 'GRAPHQL_PARSE_FAILED'))] };
      throw error;
    }
  }

  /** @throws Refusal, HubError or what the parser throws, where the document may not be */
  private readAnew(text: string): Valid {
    const source = new Source(text, 'GraphQL request');
    const lexer = new BoundedLexer(source, this.limits.tokens);
    const document = parse(source, { lexer });
    const { isCyclic } = measure(document, this.limits);
    const errors = isCyclic ? validate(this.schema, document, [NoFragmentCyclesRule]) : this.validate(document);
    if (errors.length > 0) throw new Refusal(errors.map(invalid));
    return { document, tokens: lexer.tokens };
  }

  private validate(document: DocumentNode): readonly GraphQLError[] {
    return validate(this.schema, document, [...specifiedRules, servedOperationRule], { maxErrors: MAX_ERRORS });
  }
}

/** Why a document is not valid. */
class Refusal extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('The document is not valid.');
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
