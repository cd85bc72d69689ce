import { sql } from 'kysely';
import { batched } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import type { Viewer } from '../../../kit/viewer.js';
import { type PersonRelation, relationWithoutPlacements } from './person.policy.js';
import type { Person } from './person.type.js';

/** The relation of the viewer to people. One statement serves all people whose placements must be checked. */
export function relationByPerson(reader: Reader, viewer: Viewer): (person: Person) => Promise<PersonRelation> {
  const byPlacements = batched<number, PersonRelation>(async (pks) => {
    const rows = await reader.rows<{ pk: number; handles: boolean }>(sql`
      select person_pk as pk, bool_or(coalesce(${viewer.company} in (sending_company, accepting_company), false)) as handles
      from people.placement where person_pk = any(${pks}) group by person_pk`);
    const byPk = new Map(rows.map(({ pk, handles }) => [pk, handles]));
    return pks.map((pk) => {
      const handles = byPk.get(pk);
      if (handles === undefined) return 'NONE';
      return handles ? 'HANDLES' : 'SUPPORTS';
    });
  });
  return async ({ pk, registeredBy }) => relationWithoutPlacements(viewer, registeredBy) ?? byPlacements.load(pk);
}
