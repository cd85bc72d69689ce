import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';
import type { Dice } from './dice.js';
import type { Keys } from './keys.js';

const UNKNOWN = ['nobody', 'Ω', ''];
const DAYS = ['2024-03-31', '2025-01-01', '2025-04-23', '2026-01-15', '2026-09-01', '2027-06-30'];
const PLACES = ['JP-13', 'JP-14', 'JP-23', 'JP-27', 'PK'];

/** What a column can be compared with, by its name; for others a piece of text. */
const COLUMNS: Readonly<Record<string, readonly string[] | { of: readonly string[] }>> = {
  ...Object.fromEntries(
    ['company', 'exhibitor', 'buyer', 'registeredBy', 'party', 'sendingCompany', 'acceptingCompany', 'supportCompany']
      .concat('statedBy')
      .map((column) => [column, { of: ['Company'] }]),
  ),
  slug: { of: ['Company', 'TradeEvent'] },
  event: { of: ['TradeEvent'] },
  sector: { of: ['Sector'] },
  skillsTest: { of: ['Sector'] },
  code: { of: ['Sector'] },
  subject: { of: ['Sector', 'Programme', 'Company'] },
  reference: { of: ['Placement', 'Contract', 'Person'] },
  nationality: PLACES,
  country: ['PK', 'JP'],
  prefecture: PLACES,
  buyerPrefecture: PLACES,
  currency: ['USD', 'JPY', 'PKR'],
  predicate: ['acceptance-ceiling', 'employed'],
};
const TEXTS = ['a', 'Japan', 'tech', 'PK', 'S'];

/** Values for arguments: such as the data has, and here and there one that it does not. */
export class Values {
  constructor(
    private readonly dice: Dice,
    private readonly keys: Keys,
  ) {}

  /** One of the keys that rows of a type go by. */
  name(types: readonly string[]): string {
    const { dice, keys } = this;
    return dice.chance(6) ? dice.pick(UNKNOWN) : dice.pick(keys.names[dice.pick(types)] ?? UNKNOWN);
  }

  id(type: string): string {
    const { dice, keys } = this;
    if (dice.chance(4)) return dice.pick(['nonsense', '', Buffer.from(`${type}:nobody`).toString('base64url')]);
    return dice.pick(keys.ids[type] ?? []);
  }

  anyId(): string {
    return this.id(this.dice.pick(Object.keys(this.keys.ids)));
  }

  /** A filter with one condition or two, here and there within another. */
  filter(type: GraphQLInputObjectType, depth = 0): Record<string, unknown> {
    const { dice } = this;
    if (depth < 2 && dice.chance(15)) {
      const inner = () => this.filter(type, depth + 1);
      return dice.pick([
        () => ({ and: [inner(), inner()] }),
        () => ({ or: [inner(), inner()] }),
        () => ({ not: inner() }),
      ])();
    }
    const columns = Object.values(type.getFields()).filter((field) => getNamedType(field.type) !== type);
    return Object.fromEntries(
      dice
        .several(columns, dice.between(1, 2))
        .map(({ name, type: comparator }) => [name, this.comparison(name, comparator)]),
    );
  }

  order(type: GraphQLInputObjectType): { field: string; direction: string } {
    return { field: this.enumValue(type.getFields().field?.type), direction: this.dice.pick(['ASC', 'DESC']) };
  }

  enumValue(type: GraphQLInputType | undefined): string {
    const named = getNamedType(type);
    if (!isEnumType(named)) throw new Error(`${named?.name} is no enum`);
    return this.dice.pick(named.getValues()).name;
  }

  private comparison(column: string, type: GraphQLInputType): Record<string, unknown> {
    const comparator = getNamedType(type);
    if (!isInputObjectType(comparator)) throw new Error(`${column} has no comparator`);
    const operator = this.dice.pick(Object.values(comparator.getFields()));
    const operand = () => this.operand(column, operator.type);
    const isList = isListType(getNullableType(operator.type));
    if (this.dice.chance(2)) return { [operator.name]: null };
    return { [operator.name]: isList ? Array.from({ length: this.dice.between(0, 3) }, operand) : operand() };
  }

  private operand(column: string, type: GraphQLInputType): unknown {
    const { dice } = this;
    const named = getNamedType(type);
    if (isEnumType(named)) return this.enumValue(named);
    if (named.name === 'Boolean') return dice.chance(50);
    if (named.name === 'Int') return dice.pick([0, 1, 3, 12, 30, 400, 200_000]);
    if (named.name === 'Date') return dice.pick(DAYS);
    if (named.name === 'Decimal') return dice.pick(['0', '1250.50', '1000000', '99999999']);
    const known = COLUMNS[column] ?? TEXTS;
    return 'of' in known ? this.name(known.of) : dice.pick(known);
  }
}
