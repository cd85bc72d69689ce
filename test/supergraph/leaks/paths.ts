import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';
import { amountFor } from '../../../gateway/ceiling/amount.js';
import { Ceiling, MAX_VALUES_OF_ANSWER } from '../../../gateway/ceiling/ceiling.js';

type Field = GraphQLField<unknown, unknown>;

/** How many ways to one field are gone, from parents of parents that differ. */
const WAYS = 4;
const MAX_STEPS = 4;
/** Under what the gateway lets an operation have: see docs/limits.md. */
const MAX_SELECTED = 900;
const MAX_TOKENS = 1_900;
const MAX_ALIASES = 30;

/** Rows of a list at the root and of one below it: as many as the ceiling of an answer allows. */
const PAGES = { root: 'first: 20', below: 'first: 3' };

/** What stands before and after a selection. */
interface Way {
  readonly type: GraphQLObjectType;
  readonly before: string;
  readonly after: string;
  readonly steps: number;
}

/**
 * Selections on the root that together ask every field of the API, each from up to four parents. They are made of the schema, so that
 * a field that is new is asked, too.
 * @param calls arguments of the fields that cannot do without, by coordinate, each a way of its own
 */
export function pathsOf(schema: GraphQLSchema, calls: Readonly<Record<string, readonly string[]>>): string[] {
  const gone = new Map<string, number>();
  const ways: Way[] = [{ type: schema.getQueryType() as GraphQLObjectType, before: '', after: '', steps: 0 }];
  const paths: string[] = [];
  for (const way of ways) {
    for (const field of Object.values(way.type.getFields())) {
      const coordinate = `${way.type.name}.${field.name}`;
      const times = gone.get(coordinate) ?? 0;
      if (isLeafType(getNamedType(field.type)) || times >= WAYS) continue;
      gone.set(coordinate, times + 1);
      for (const [index, args] of argumentsOf(coordinate, field, calls).entries()) {
        for (const next of stepsInto(schema, way, field, args)) {
          paths.push(`${next.before} ${leavesOf(next.type)} ${next.after}`);
          // The same list in another order leads to nothing else.
          if (next.steps < MAX_STEPS && (index === 0 || calls[coordinate])) ways.push(next);
        }
      }
    }
  }
  return paths;
}

/** Each way to call a field: as the table has it, as it comes, by every order and by every group. */
function argumentsOf(coordinate: string, field: Field, calls: Readonly<Record<string, readonly string[]>>): string[] {
  const given = calls[coordinate];
  if (given) return [...given];
  if (field.args.some(isRequiredArgument)) throw new Error(`${coordinate} has an argument for which there is no value`);
  const names = new Set(field.args.map(({ name }) => name));
  const isRoot = coordinate.startsWith('Query.');
  const page = names.has('after') ? [isRoot ? PAGES.root : PAGES.below] : [];
  const plain = page.length > 0 ? `(${page})` : '';
  if (!isRoot) {
    const group = field.args.find(({ name }) => name === 'groupBy');
    return group ? [plain, `(groupBy: [${valuesOf(group)[0]}])`] : [plain];
  }
  const orders = field.args.filter(({ name }) => name === 'orderBy').flatMap(ordersOf);
  const groups = field.args.filter(({ name }) => name === 'groupBy').flatMap(valuesOf);
  return [
    plain,
    ...orders.map((order) => `(${[...page, `orderBy: [${order}]`].join(', ')})`),
    ...groups.map((group) => `(groupBy: [${group}])`),
  ];
}

function ordersOf({ type }: GraphQLArgument): string[] {
  const input = getNamedType(type);
  const fields = isInputObjectType(input) ? input.getFields().field : undefined;
  const names = fields && getNamedType(fields.type);
  if (!isEnumType(names)) throw new Error(`${input.name} orders by no field`);
  return names
    .getValues()
    .flatMap(({ name }) => ['ASC', 'DESC'].map((direction) => `{ field: ${name}, direction: ${direction} }`));
}

function valuesOf({ type }: GraphQLArgument): string[] {
  const values = getNamedType(type);
  return isEnumType(values) ? values.getValues().map(({ name }) => name) : [];
}

/** The ways from one object through a field: through the nodes of a list, and into each type that it can be. */
function stepsInto(schema: GraphQLSchema, way: Way, field: Field, args: string): Way[] {
  const type = getNamedType(field.type);
  const before = `${way.before} ${field.name}${args} {`;
  const step = { before, after: `} ${way.after}`, steps: way.steps + 1 };
  if (isAbstractType(type))
    return schema.getPossibleTypes(type).map((member) => ({
      type: member,
      before: `${before} __typename ... on ${member.name} {`,
      after: `} ${step.after}`,
      steps: step.steps,
    }));
  if (!isObjectType(type)) return [];
  const nodes = type.getFields().nodes;
  const node = nodes && isListType(unwrapped(nodes)) ? getNamedType(nodes.type) : undefined;
  if (!isObjectType(node)) return [{ ...step, type }];
  const page = `totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage } edges { cursor node { __typename } }`;
  return [{ ...step, type: node, before: `${before} ${page} nodes {`, after: `} ${step.after}` }];
}

const unwrapped = ({ type }: Field) => ('ofType' in type ? type.ofType : type);

/** Every leaf of a type. */
export function leavesOf(type: GraphQLNamedType): string {
  if (!isObjectType(type)) return '__typename';
  const leaves = Object.values(type.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument),
  );
  return ['__typename', ...leaves.map(({ name }) => name)].join(' ');
}

/** Selections on the root, several to an operation, each under a name of its own: within the gateway's limits. */
export function batched(schema: GraphQLSchema, selections: readonly string[]): string[] {
  const measure = sizesBy(schema);
  const operations: string[] = [];
  let parts: string[] = [];
  let size: Size = NOTHING;
  let aliases = new Map<string, number>();
  const close = () => {
    if (parts.length > 0) operations.push(`{ ${parts.join(' ')} }`);
    parts = [];
    size = NOTHING;
    aliases = new Map();
  };
  for (const [index, selection] of selections.entries()) {
    const field = /\w+/.exec(selection)?.[0] ?? '';
    const more = measure(selection);
    if (!fits(plus(size, more)) || aliases.get(field) === MAX_ALIASES) close();
    parts.push(`r${index}: ${selection.trim()}`);
    size = plus(size, more);
    aliases.set(field, (aliases.get(field) ?? 0) + 1);
  }
  close();
  return operations;
}

interface Size {
  readonly selected: number;
  readonly tokens: number;
  /** How many values the answer may hold, as the gateway estimates it. */
  readonly values: number;
}

const NOTHING: Size = { selected: 0, tokens: 0, values: 0 };

const fits = ({ selected, tokens, values }: Size) =>
  selected <= MAX_SELECTED && tokens <= MAX_TOKENS && values <= MAX_VALUES_OF_ANSWER;

const plus = (one: Size, other: Size): Size => ({
  selected: one.selected + other.selected,
  tokens: one.tokens + other.tokens,
  values: one.values + other.values,
});

/** Measures selections on the root; a text counts as one token, as the gateway counts it. */
function sizesBy(schema: GraphQLSchema): (selection: string) => Size {
  const ceiling = new Ceiling(schema);
  const root = schema.getQueryType() as GraphQLObjectType;
  return (selection) => {
    const bare = selection.replace(/"[^"]*"/g, '"');
    const operation = getOperationAST(parse(`{ ${selection} }`, { noLocation: true }));
    if (!operation) throw new Error('There is nothing to ask');
    return {
      selected: bare.match(/\w+/g)?.length ?? 0,
      tokens: (bare.match(/\w+|[^\s\w,]/g)?.length ?? 0) + 2,
      values: amountFor(ceiling.size(root, operation.selectionSet, {}), {}),
    };
  };
}
