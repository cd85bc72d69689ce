import { BadUserInputError } from '../errors.js';

/** The position of a row in its order: the signature of the order, the sort values as text, and the primary key. */
export interface Position {
  readonly values: readonly (string | null)[];
  readonly pk: number;
}

/** A cursor is opaque: base64url of the order's signature and the row's position in it. */
export function encodeCursor(signature: string, position: Position): string {
  return Buffer.from(JSON.stringify([signature, position.pk, ...position.values])).toString('base64url');
}

/** @throws BadUserInputError if the cursor is not one of this list in this order */
export function decodeCursor(cursor: string, signature: string, argument: 'after' | 'before'): Position {
  const parts = parse(cursor);
  if (!isPosition(parts)) throw new BadUserInputError(argument, 'is not a cursor of this list');
  const [ordered, pk, ...values] = parts;
  if (ordered !== signature || values.length !== signature.split(',').length) {
    throw new BadUserInputError(argument, 'belongs to another orderBy; a cursor is good for the order it came from');
  }
  return { pk, values };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

function isPosition(parts: unknown): parts is [string, number, ...(string | null)[]] {
  if (!Array.isArray(parts)) return false;
  const [signature, pk, ...values] = parts;
  return (
    typeof signature === 'string' &&
    Number.isSafeInteger(pk) &&
    values.every((value) => value === null || (typeof value === 'string' && !value.includes('\0')))
  );
}
