import { BadUserInputError } from '../../../kit/errors.js';
import type { Employed } from './sector.loaders.js';
import type { Ceiling, CeilingUse, Sector } from './sector.stub.js';

const BASIS =
  'employed: placements of this hub under SSW(i) in the states EMPLOYED, EXTENDED and CHANGE_PENDING. ' +
  'ceiling: SSW(i) workers of all nationalities in Japan. The two are not parts of one sum.';

/** The workers that this hub employs in a field, next to the ceiling that holds on `today`. */
export function ceilingUse(sector: Sector, employed: Employed, today: string): CeilingUse {
  if (!areCeilings(sector.ceilings)) {
    throw new BadUserInputError('representations', 'Sector.ceilingUse requires ceilings { value from until }');
  }
  const current = sector.ceilings.find(({ from, until }) => from <= today && today <= until);
  return { ...employed, ceiling: current?.value ?? null, basis: BASIS, asOf: today };
}

/** A representation contains whatever its sender wrote, so it is checked. */
function areCeilings(given: unknown): given is Ceiling[] {
  return (
    Array.isArray(given) && given.every((each) => typeof each?.from === 'string' && typeof each?.until === 'string')
  );
}
