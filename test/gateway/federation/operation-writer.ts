import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { type Dice, diceOf } from '../../supergraph/differential/dice.js';

const MAX_DEPTH = 4;

/** Names that a client may give and that other things have too: keys of entities, and properties of every object. */
const ALIASES = ['id', 'title', '__typename', 'constructor', '__proto__', 'toString', 'a', 'b'];

/** The valid ones of `count` operations, dealt by the seed. */
export function operationsOver(schema: GraphQLSchema, count: number, seed: number): string[] {
  return diceOf(count, seed)
    .map((dice) => new OperationWriter(schema, dice).write())
    .filter((query) => validate(schema, parse(query)).length === 0);
}

/** Writes one operation, as the dice fall. What it writes may ask for two fields under one name, which is not valid. */
class OperationWriter {
  private readonly fragments: string[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
  ) {}

  write(): string {
    const root = this.schema.getQueryType();
    if (!root) throw new Error('The schema has no queries.');
    const selection = this.selection(root, 0);
    return [`query Q ${selection}`, ...this.fragments].join(' ');
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    const { dice } = this;
    const parts: string[] = [];
    if (isObjectType(type) || isInterfaceType(type)) {
      const fields = Object.values(type.getFields());
      const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
      const objects = depth < MAX_DEPTH ? fields.filter((field) => !leaves.includes(field)) : [];
      for (const field of [...dice.several(leaves, 2), ...dice.several(objects, dice.between(depth ? 0 : 1, 2))])
        parts.push(this.field(field, depth));
    }
    if (depth > 0 && dice.chance(35)) parts.push(this.fragment(type, depth));
    if (depth > 0 && dice.chance(isAbstractType(type) ? 70 : 5)) parts.push(this.fragment(this.related(type), depth));
    if (parts.length === 0 || dice.chance(25)) parts.push(`${this.alias()}__typename`);
    return `{ ${parts.join(' ')} }`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const args = field.args.length > 0 ? `(${field.args.map(({ name }) => `${name}: "m1"`).join(', ')})` : '';
    const type = getNamedType(field.type);
    return `${this.alias()}${field.name}${args}${isLeafType(type) ? '' : ` ${this.selection(type, depth + 1)}`}`;
  }

  private fragment(type: GraphQLNamedType, depth: number): string {
    const { dice } = this;
    const selection = this.selection(type, depth + 0.5);
    if (dice.chance(70)) return `... on ${type.name} ${selection}`;
    const name = dice.pick(['constructor', '__proto__', 'F']) + this.fragments.length;
    this.fragments.push(`fragment ${name} on ${type.name} ${selection}`);
    return `...${name}`;
  }

  /** Another composite type. One that cannot be met there makes the operation invalid. */
  private related(type: GraphQLNamedType): GraphQLNamedType {
    const { dice, schema } = this;
    const objects = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    const object = dice.pick(objects);
    const wider = Object.values(schema.getTypeMap()).filter(
      (each) => isAbstractType(each) && schema.isSubType(each, object),
    );
    return dice.pick([object, object, ...wider]);
  }

  private alias(): string {
    return this.dice.chance(25) ? `${this.dice.pick(ALIASES)}: ` : '';
  }
}
