import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getIntrospectionQuery,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { operationOf } from '../../kit/execution/one-operation.js';
import type { Variables } from '../../kit/execution/variables.js';
import { limitExceeded } from '../../kit/limits/limit-exceeded.js';
import type { Fragments } from '../../kit/schema/selection.js';
import { type Amount, amountFor } from './amount.js';
import { AnswerSize } from './answer-size.js';
import { introspectionSizes } from './introspection-sizes.js';

/** The largest number of values in an answer: fields, objects and items of lists. */
export const MAX_VALUES_OF_ANSWER = 50_000;

/** How often one operation may ask for the whole schema. */
const INTROSPECTIONS = 3;

const EVERYTHING = getIntrospectionQuery({
  descriptions: true,
  schemaDescription: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  inputValueDeprecation: true,
  oneOf: true,
});

/** Limits the size of an answer, before anything is fetched. */
export class Ceiling {
  private readonly sizes: ReadonlyMap<string, number>;
  private readonly wholeSchema: number;

  constructor(private readonly schema: GraphQLSchema) {
    this.sizes = introspectionSizes(schema);
    this.wholeSchema = this.introspectionSize(parse(EVERYTHING));
  }

  /** Estimates how many values the answer to an operation can hold, without introspection. */
  size(type: GraphQLObjectType, selectionSet: SelectionSetNode, fragments: Fragments): Amount {
    return new AnswerSize(this.schema, fragments).of(type, [selectionSet]);
  }

  /** @throws HubError LIMIT_EXCEEDED if an answer of this size would be too large */
  check(size: Amount, variables: Variables): void {
    const values = amountFor(size, variables);
    if (values <= MAX_VALUES_OF_ANSWER) return;
    throw limitExceeded(
      `The answer may hold ${inWords(values)} values, and the ceiling is ${inWords(MAX_VALUES_OF_ANSWER)}. Ask for smaller pages or fewer levels.`,
    );
  }

  /** @throws HubError LIMIT_EXCEEDED if an operation asks for more than three times the whole schema */
  checkIntrospection(introspection: DocumentNode): void {
    if (this.introspectionSize(introspection) <= INTROSPECTIONS * this.wholeSchema) return;
    throw limitExceeded(
      `An operation may ask for the whole schema ${INTROSPECTIONS} times, and this one asks for more.`,
    );
  }

  private introspectionSize(document: DocumentNode): number {
    const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    }
    const selectionSet = operationOf(document)?.selectionSet;
    const root = this.schema.getQueryType();
    if (!selectionSet || !root) return 0;
    return amountFor(new AnswerSize(this.schema, fragments, this.sizes).of(root, [selectionSet]), {});
  }
}

function inWords(values: number): string {
  return values < Number.MAX_SAFE_INTEGER ? Math.round(values).toLocaleString('en') : 'more than countable';
}
