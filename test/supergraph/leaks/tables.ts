import { type Asker, handles, seesCandidate, seesContract, seesPerson, seesPlacement } from './roles.js';
import { CONTRACTS, PEOPLE, PLACEMENTS, type Row } from './sheets.js';

/** A table that holds canaries, and whose row each of its rows is. */
export interface HiddenTable {
  readonly name: string;
  /** The reference of the person, placement or contract that a row `t` belongs to. */
  readonly owner: string;
  readonly rows: readonly Row[];
  sees(asker: Asker, row: Row): boolean;
}

const person = (column: string) => `(select p.reference from people.person p where p.pk = t.${column})`;

export const HIDDEN_TABLES: readonly HiddenTable[] = [
  { name: 'people.person', owner: 't.reference', rows: PEOPLE, sees: seesPerson },
  { name: 'people.skills_test', owner: person('person_pk'), rows: PEOPLE, sees: seesCandidate },
  { name: 'people.person_read', owner: person('person_pk'), rows: PEOPLE, sees: handles },
  { name: 'people.placement', owner: 't.reference', rows: PLACEMENTS, sees: seesPlacement },
  {
    name: 'people.placement_event',
    owner: '(select p.reference from people.placement p where p.pk = t.placement_pk)',
    rows: PLACEMENTS,
    sees: seesPlacement,
  },
  { name: 'trade_events.contract', owner: 't.reference', rows: CONTRACTS, sees: seesContract },
  {
    name: 'trade_events.milestone',
    owner: '(select c.reference from trade_events.contract c where c.pk = t.contract_pk)',
    rows: CONTRACTS,
    sees: seesContract,
  },
];
