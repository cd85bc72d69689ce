import type { TokenRole } from '../../../kit/authentication/claims.js';
import { CONTRACTS, OFFICE_HOLDER, PEOPLE, PLACEMENTS, type Row } from './sheets.js';

/** Who asks in the matrix. */
export interface Asker {
  readonly role: TokenRole | 'public';
  readonly company?: string;
}

export const ASKERS = {
  public: { role: 'public' },
  'firm A': { role: 'partner', company: 'karakoram-manpower' },
  'firm B': { role: 'partner', company: 'indus-soft' },
  'employer of A': { role: 'partner', company: 'sakura-care' },
  'support organisation': { role: 'partner', company: 'tomo-support' },
  stranger: { role: 'partner', company: 'plusw' },
  ministry: { role: 'ministry' },
  admin: { role: 'admin' },
} as const satisfies Record<string, Asker>;
export type AskerName = keyof typeof ASKERS;
export const ASKER_NAMES = Object.keys(ASKERS) as AskerName[];

/**
 * The table: who may see what, written down over the sheets a second time and without the hub's own code, so that a mistake there is
 * not repeated here.
 */
const has = (asker: Asker, row: Row, ...columns: string[]) =>
  asker.role === 'admin' || (asker.role === 'partner' && columns.some((column) => row[column] === asker.company));

const placementsOf = (person: Row) => PLACEMENTS.filter((row) => row.person === person.reference);

export const seesPlacement = (asker: Asker, row: Row) =>
  has(asker, row, 'sending_company', 'accepting_company', 'support_company');

export const seesCandidate = (asker: Asker, person: Row) => has(asker, person, 'registered_by');

export const handles = (asker: Asker, person: Row) =>
  has(asker, person, 'registered_by') ||
  placementsOf(person).some((row) => has(asker, row, 'sending_company', 'accepting_company'));

export const supports = (asker: Asker, person: Row) =>
  !handles(asker, person) && placementsOf(person).some((row) => has(asker, row, 'support_company'));

export const isOwn = (asker: Asker, person: Row) => handles(asker, person) || supports(asker, person);

export const seesPerson = (asker: Asker, person: Row) => person.reference === OFFICE_HOLDER || isOwn(asker, person);

export const seesContract = (asker: Asker, row: Row) =>
  asker.role === 'ministry' || has(asker, row, 'exhibitor', 'buyer');

/** The references of the rows that somebody sees, in order. */
export const referencesOf = (rows: readonly Row[], asker: Asker, sees: (asker: Asker, row: Row) => boolean) =>
  rows
    .filter((row) => sees(asker, row))
    .map((row) => row.reference as string)
    .sort();

export const seen = {
  placements: (asker: Asker) => referencesOf(PLACEMENTS, asker, seesPlacement),
  candidates: (asker: Asker) => referencesOf(PEOPLE, asker, seesCandidate),
  people: (asker: Asker) => referencesOf(PEOPLE, asker, seesPerson),
  contracts: (asker: Asker) => referencesOf(CONTRACTS, asker, seesContract),
};
