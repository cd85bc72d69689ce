import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { Arguments } from './arguments.js';
import type { Dice } from './dice.js';
import { type Keys, rowOf } from './keys.js';
import { KEYS, Names } from './names.js';
import { Values } from './values.js';
import { Variables } from './variables.js';

type Field = GraphQLField<unknown, unknown>;

export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const MAX_DEPTH = 5;
/** Fields with selections in one operation. */
const MAX_OBJECTS = 22;

/** Reading it shows who asked before, which is not the same for those who are compared. */
const UNASKED = new Set(['Person.accessLog']);

/** Writes one operation over a schema, as the dice fall. */
export class OperationWriter {
  private readonly args: Arguments;
  private readonly names: Names;
  private readonly variables: Variables;
  private readonly fragments: string[] = [];
  private objects = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
    keys: Keys,
  ) {
    this.args = new Arguments(dice, keys, new Values(dice, keys));
    this.names = new Names(dice);
    this.variables = new Variables(dice);
  }

  write(): Asked {
    const root = this.schema.getQueryType();
    if (!root) throw new Error('The schema has no queries');
    const selection = this.selection(root, 0);
    const { declared, values } = this.variables;
    const head = declared.length > 0 ? `query (${declared.join(', ')}) ` : '';
    return { query: [head + selection, ...this.fragments].join('\n'), variables: values };
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    const parts = isAbstractType(type) ? this.members(type.name, depth) : this.fields(type, depth);
    if (isObjectType(type) && this.dice.chance(8)) parts.push(this.spread(type.name, () => this.fields(type, depth)));
    return `{ ${parts.join(' ')} }`;
  }

  /** Fields of an object, here and there in a fragment. */
  private fields(type: GraphQLNamedType, depth: number): string[] {
    if (!isObjectType(type)) throw new Error(`${type.name} has no fields`);
    const { dice } = this;
    const all = Object.values(type.getFields()).filter(({ name }) => !UNASKED.has(`${type.name}.${name}`));
    const leaves = all.filter((field) => isLeafType(getNamedType(field.type)));
    const objects = all.filter((field) => !leaves.includes(field));
    const deeper = depth < MAX_DEPTH && this.objects < MAX_OBJECTS;
    const isPage = rowOf(type.name) !== undefined || type.name.endsWith('Edge');
    const count = depth === 0 ? dice.between(1, 3) : isPage ? dice.between(1, 2) : dice.pick([0, 1, 1, 2]);
    const picked = [...dice.several(leaves, dice.between(1, 4)), ...(deeper ? dice.several(objects, count) : [])];
    const cut = dice.chance(15) ? dice.between(0, picked.length) : picked.length;
    const write = (field: Field) => this.field(type.name, field, depth);
    const parts = picked.slice(0, cut).map(write);
    if (cut < picked.length) parts.push(this.spread(type.name, () => picked.slice(cut).map(write)));
    if (parts.length === 0 || dice.chance(15)) parts.push(this.names.give('__typename', '__typename', 'String!'));
    return parts;
  }

  /** A fragment for some of the types that a union or interface can be. */
  private members(name: string, depth: number): string[] {
    const { dice } = this;
    const type = this.schema.getType(name);
    if (!isAbstractType(type)) throw new Error(`${name} is not abstract`);
    const isNode = name === 'Node';
    const members = dice.several(this.schema.getPossibleTypes(type), isNode ? 5 : dice.between(1, 3));
    const parts = members.map((member) => this.spread(member.name, () => this.fields(member, depth)));
    const id = () => this.names.give('id', 'id', 'ID!');
    if (isNode || dice.chance(20)) parts.push(isNode ? id() : `... on Node { ${id()} }`);
    return dice.chance(60) ? ['__typename', ...parts] : parts;
  }

  private spread(type: string, write: () => readonly string[]): string {
    const condition = this.variables.condition(8);
    const parts = write().join(' ');
    if (!this.dice.chance(30)) return `... on ${type}${condition} { ${parts} }`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type} { ${parts} }`);
    return `...${name}${condition}`;
  }

  private field(parent: string, field: Field, depth: number): string {
    const values = this.args.of(parent, field);
    const args = field.args
      .filter(({ name }) => name in values)
      .map((arg) => this.variables.argument(arg, values[arg.name]));
    const call = field.name + (args.length > 0 ? `(${args.join(', ')})` : '');
    const type = getNamedType(field.type);
    const condition = this.variables.condition(KEYS.has(field.name) ? 0.2 : 6);
    const written = this.names.give(field.name, call, String(field.type)) + condition;
    if (isLeafType(type)) return written;
    this.objects += 1;
    // A page and its rows are one step.
    const step = rowOf(type.name) || parent.endsWith('Connection') || parent.endsWith('Edge') ? 0.5 : 1;
    return `${written} ${this.selection(type, depth + step)}`;
  }
}
