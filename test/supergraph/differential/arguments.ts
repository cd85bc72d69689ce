import { type GraphQLArgument, type GraphQLField, getNamedType, isInputObjectType, isRequiredArgument } from 'graphql';
import type { Dice } from './dice.js';
import { type Keys, rowOf } from './keys.js';
import type { Values } from './values.js';

type Field = GraphQLField<unknown, unknown>;

/** Rows of a page: many on the root, few below it, where they are multiplied. */
const PAGE = { root: 6, below: 2 };
const WRONG_SIZES = [0, -1, 101];

/** Draws the arguments of one field: mostly right, here and there wrong. */
export class Arguments {
  constructor(
    private readonly dice: Dice,
    private readonly keys: Keys,
    private readonly values: Values,
  ) {}

  of(parent: string, field: Field): Record<string, unknown> {
    const { dice } = this;
    const args = new Map(field.args.map((arg) => [arg.name, arg]));
    const row = rowOf(getNamedType(field.type).name);
    if (parent === 'Query' && (args.has('id') || args.has('code'))) return this.lookup(field, args);
    if (args.has('ids')) return { ids: Array.from({ length: dice.between(0, 5) }, () => this.values.anyId()) };
    const given: Record<string, unknown> = {};
    for (const [name, arg] of args) {
      if (PAGING.has(name) || !(isRequiredArgument(arg) || dice.chance(name === 'filter' ? 25 : 40))) continue;
      given[name] = this.value(name, arg);
    }
    if (row) Object.assign(given, this.page(row, given, parent === 'Query' ? PAGE.root : PAGE.below));
    else if (args.has('first') && dice.chance(50)) given.first = dice.chance(4) ? 0 : dice.between(1, 4);
    return given;
  }

  /** One row by one of its keys; here and there by none, or by both. */
  private lookup(field: Field, args: ReadonlyMap<string, GraphQLArgument>): Record<string, unknown> {
    const { dice, values } = this;
    const type = getNamedType(field.type).name;
    const draw = (name: string) =>
      name === 'id' ? (type === 'Node' ? values.anyId() : values.id(type)) : values.name([type]);
    const required = [...args.values()].some(isRequiredArgument);
    const count = required || dice.chance(94) ? 1 : dice.pick([0, 2]);
    return Object.fromEntries(dice.several([...args.keys()], count).map((name) => [name, draw(name)]));
  }

  private value(name: string, { type }: GraphQLArgument): unknown {
    const { dice, values } = this;
    const input = getNamedType(type);
    if (name === 'filter' && isInputObjectType(input)) return values.filter(input);
    if (name === 'orderBy' && isInputObjectType(input))
      return Array.from({ length: dice.pick([1, 1, 1, 2]) }, () => values.order(input));
    if (name === 'groupBy') return Array.from({ length: dice.between(1, 2) }, () => values.enumValue(type));
    if (name === 'events') return [values.name(['TradeEvent']), values.name(['TradeEvent'])];
    return values.enumValue(type);
  }

  private page(row: string, { orderBy }: Record<string, unknown>, most: number): Record<string, unknown> {
    const { dice, keys } = this;
    const size = this.dice.chance(4) ? dice.pick(WRONG_SIZES) : dice.between(1, most);
    const order = Array.isArray(orderBy) && orderBy.length === 1 ? ` ${JSON.stringify(orderBy[0])}` : '';
    const cursors = keys.cursors[row + order] ?? keys.cursors[row] ?? [];
    const cursor = dice.chance(94) && cursors.length > 0 ? dice.pick(cursors) : 'nonsense';
    const backwards = dice.chance(20);
    return {
      [backwards ? 'last' : 'first']: size,
      ...(dice.chance(1) && { [backwards ? 'first' : 'last']: size }),
      ...(dice.chance(25) && { [backwards ? 'before' : 'after']: cursor }),
    };
  }
}

const PAGING = new Set(['first', 'after', 'last', 'before']);
