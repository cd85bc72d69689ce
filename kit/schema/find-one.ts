import { BadUserInputError } from '../errors.js';
import { composed } from './composed.js';
import { keyOfGlobalId } from './global-id.js';

/**
 * A root field that finds one thing by its id or by its natural key.
 * @param name the argument that carries the natural key, such as `slug`
 * @throws BadUserInputError unless exactly one of the two is given
 */
export function findOne<Row>(
  typeName: string,
  name: string,
  { id, [name]: given }: { id?: string | null } & { [argument: string]: string | null | undefined },
  load: (key: string) => Promise<Row | null>,
): Promise<Row | null> | null {
  if ((id == null) === (given == null)) throw new BadUserInputError(name, `give exactly one of id and ${name}`);
  const key = given ?? keyOfGlobalId(typeName, id ?? '');
  return key == null ? null : load(composed(key));
}
