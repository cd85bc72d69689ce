import { limitExceeded } from './limit-exceeded.js';

/** How many conditions an argument may have, once variables are put in. */
export const MAX_CONDITIONS = 500;
/** How many values a list within an argument may have. */
export const MAX_VALUES = 1_000;
/** How many characters a text within an argument may have. */
export const MAX_TEXT = 1_000;

/**
 * Checks the arguments of a resolver before they are used: a variable that a list contains a thousand times would become a thousand
 * SQL conditions.
 * @throws HubError LIMIT_EXCEEDED, which names the argument
 */
export function checkArguments(args: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(args)) {
    const value = args[name];
    if (typeof value === 'object' && value !== null) new Check(name).value(value);
  }
}

class Check {
  private conditions = 0;
  private readonly path: (string | number)[];

  constructor(private readonly argument: string) {
    this.path = [argument];
  }

  value(value: unknown): void {
    if (Array.isArray(value)) this.list(value);
    else if (typeof value === 'object' && value !== null) this.object(value as Record<string, unknown>);
    else this.leaf(value);
  }

  private object(value: Record<string, unknown>): void {
    const keys = Object.keys(value);
    if (keys.length === 0) this.countCondition();
    for (const key of keys) this.below(key, value[key]);
  }

  private list(values: readonly unknown[]): void {
    if (values.length > MAX_VALUES) this.refuse(`must have ${MAX_VALUES} values at most`);
    const isOfObjects = values.some((each) => typeof each === 'object' && each !== null);
    if (!isOfObjects) this.countCondition();
    values.forEach((each, index) => {
      if (isOfObjects || isTooLong(each)) this.below(index, each);
    });
  }

  private below(step: string | number, value: unknown): void {
    this.path.push(step);
    this.value(value);
    this.path.pop();
  }

  private leaf(value: unknown): void {
    if (isTooLong(value)) this.refuse(`must have ${MAX_TEXT} characters at most`);
    this.countCondition();
  }

  private countCondition(): void {
    this.conditions += 1;
    if (this.conditions <= MAX_CONDITIONS) return;
    throw limitExceeded(`${this.argument}: must have ${MAX_CONDITIONS} conditions at most`, this.argument);
  }

  private refuse(message: string): never {
    const path = this.path.join('.');
    throw limitExceeded(`${path}: ${message}`, path);
  }
}

function isTooLong(value: unknown): boolean {
  return typeof value === 'string' && value.length > MAX_TEXT;
}
