import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
} from 'graphql';
import { boundError, MAX_ERRORS } from '../limits/bounded-errors.js';
import { limitExceeded } from '../limits/limit-exceeded.js';
import { quote, shorten } from '../limits/shorten.js';
import { remember } from './remember.js';

export type Variables = Readonly<Record<string, unknown>>;

/** The variables of an operation, coerced to their types, or the errors in them. */
export type CoercedVariables =
  | { readonly coerced: Variables; readonly errors?: undefined }
  | { readonly coerced?: undefined; readonly errors: readonly GraphQLError[] };

const MAX_QUOTED = 200;
const MAX_REASON = 300;

/**
 * Coerces variables according to "Coercing Variable Values" of the specification. graphql-js does the same, but quotes the whole wrong value
 * in each error. Here only the first errors are reported, and each is short.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Variables,
): CoercedVariables {
  // Without a prototype: a variable may have the name of one of its methods.
  const coerced: Record<string, unknown> = Object.create(null);
  const faults = new Faults();
  try {
    for (const definition of definitions) {
      const value = coerce(schema, definition, given, faults);
      if (value !== undefined) coerced[definition.variable.name.value] = value;
    }
  } catch (error) {
    if (!(error instanceof TooManyFaults)) throw error;
    faults.errors.push(limitExceeded(`These are the first ${MAX_ERRORS} errors; there are more.`));
  }
  return faults.errors.length > 0 ? { errors: faults.errors } : { coerced };
}

/** The value of one variable; undefined where it has none. */
function coerce(schema: GraphQLSchema, definition: VariableDefinitionNode, given: Variables, faults: Faults): unknown {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type) as GraphQLInputType | undefined;
  const fail = (message: string, argument = name) => faults.add(definition, message, argument);
  if (!isInputType(type)) return fail(`Variable "$${name}" is of no input type.`);
  if (!Object.hasOwn(given, name)) {
    if (definition.defaultValue) return valueFromAST(definition.defaultValue, type);
    return isNonNullType(type) ? fail(`Variable "$${name}" of required type "${type}" was not provided.`) : undefined;
  }
  const value = given[name];
  if (value === null && isNonNullType(type)) {
    return fail(`Variable "$${name}" of non-null type "${type}" must not be null.`);
  }
  return coerceInputValue(value, type, (path, invalid, { message }) => {
    const argument = name + path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
    const place = path.length > 0 ? ` at "${argument}"` : '';
    const reason = shorten(message, MAX_REASON);
    fail(`Variable "$${name}" got invalid value ${faults.quote(invalid)}${place}; ${reason}`, argument);
  });
}

class TooManyFaults extends Error {}

class Faults {
  readonly errors: GraphQLError[] = [];
  private readonly quoted = new Map<unknown, string>();

  /** Quotes each value only once: an object with a thousand wrong fields is quoted in a thousand errors. */
  quote(value: unknown): string {
    return remember(this.quoted, value, () => quote(value, MAX_QUOTED));
  }

  add(node: VariableDefinitionNode, message: string, argument: string): undefined {
    if (this.errors.length === MAX_ERRORS) throw new TooManyFaults();
    const extensions = { code: 'BAD_USER_INPUT', argument };
    this.errors.push(boundError(new GraphQLError(message, { nodes: node, extensions })));
  }
}
