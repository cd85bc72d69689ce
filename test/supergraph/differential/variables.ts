import { astFromValue, type GraphQLArgument, getNullableType, isNonNullType, print } from 'graphql';
import type { Dice } from './dice.js';

/** The variables of one operation, made up as they are needed. */
export class Variables {
  readonly declared: string[] = [];
  readonly values: Record<string, unknown> = {};

  constructor(private readonly dice: Dice) {}

  /** An argument with its value written out, or in a variable: given, null, left away or as the default. */
  argument(arg: GraphQLArgument, value: unknown): string {
    return `${arg.name}: ${this.dice.chance(30) ? this.variable(arg, value) : literal(arg, value)}`;
  }

  /** A @skip or @include in so many of a hundred draws. */
  condition(percent: number): string {
    const { dice } = this;
    if (!dice.chance(percent)) return '';
    const value = dice.chance(50);
    const variable = dice.chance(50) ? this.declare(`Boolean = ${value}`) : this.give('Boolean!', value);
    return ` @${dice.pick(['skip', 'include'])}(if: ${variable})`;
  }

  private variable(arg: GraphQLArgument, value: unknown): string {
    const { dice } = this;
    if (dice.chance(30)) {
      const type = dice.chance(50) ? getNullableType(arg.type) : arg.type;
      return this.declare(`${type} = ${literal(arg, value)}`);
    }
    if (isNonNullType(arg.type) || !dice.chance(6)) return this.give(String(arg.type), value);
    return dice.chance(50) ? this.give(String(arg.type), null) : this.declare(String(arg.type));
  }

  private give(type: string, value: unknown): string {
    this.values[`v${this.declared.length}`] = value;
    return this.declare(type);
  }

  private declare(type: string): string {
    const variable = `$v${this.declared.length}`;
    this.declared.push(`${variable}: ${type}`);
    return variable;
  }
}

function literal({ type }: GraphQLArgument, value: unknown): string {
  const node = astFromValue(value, type);
  if (!node) throw new Error(`No ${type}: ${JSON.stringify(value)}`);
  return print(node);
}
