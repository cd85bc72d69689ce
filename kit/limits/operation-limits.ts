/** How large a document, and each of its operations, may be. All of it is checked before anything else walks the document. */
export interface OperationLimits {
  /** Tokens of a document: names, values and punctuation. */
  readonly tokens: number;
  /** Levels of braces of an operation, fragments written out. What asks about the schema is not counted. */
  readonly depth: number;
  /** Selections of an operation, fragments written out. */
  readonly selections: number;
  /** Aliases of one field in one selection. */
  readonly aliases: number;
  /** Values of all variables together: fields of objects and items of lists. */
  readonly variableValues: number;
}

/** For clients: three times the needs of any example, and enough for tools that introspect. */
export const CLIENT_LIMITS: OperationLimits = {
  tokens: 2_000,
  depth: 16,
  selections: 1_000,
  aliases: 30,
  variableValues: 40_000,
};

/** For gateways, whose plans put `_entities`, keys and type conditions around what clients wrote. */
export const GATEWAY_LIMITS: OperationLimits = {
  tokens: 20_000,
  depth: 40,
  selections: 10_000,
  aliases: 1_000,
  variableValues: 500_000,
};

/** The same for everybody, because no tool comes near these limits. */
export const MAX_LINES = 5_000;
export const MAX_NAME_LENGTH = 256;
/** Levels of braces as written, which bounds every recursion over a document. */
export const MAX_NESTING = 64;
/** How deeply lists and objects may be nested in a value, whether a variable or written out in the document. */
export const MAX_VALUE_DEPTH = 32;
export const MAX_OPERATIONS = 50;
export const MAX_FRAGMENTS = 500;
export const MAX_VARIABLES = 100;
export const MAX_ARGUMENTS = 50;
export const MAX_DIRECTIVES = 10;
/** How often one response key may stand in one selection: components that share a screen all ask for `id`. */
export const MAX_REPETITIONS = 200;
