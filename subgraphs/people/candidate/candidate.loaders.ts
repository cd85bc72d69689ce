import { sql } from 'kysely';
import { batched, rowsByParent } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { connectionOf } from '../../../kit/list/connection.js';
import type { ListDefinition } from '../../../kit/list/definition.js';
import { readList } from '../../../kit/list/list.js';
import type { Viewer } from '../../../kit/viewer.js';
import { PersonEntity } from '../person/person.entity.js';
import { SkillsTestEntity } from './candidate.entity.js';
import { type CandidatesArgs, candidateFilter, candidateOrder, isMatched } from './candidate.input.js';
import { Candidate } from './candidate.type.js';

const candidates = tableOf(PersonEntity);
const skillsTests = tableOf(SkillsTestEntity);

export const CandidateConnection = connectionOf(Candidate, 'Candidate', 'candidates');

const candidateList: ListDefinition<Candidate> = {
  table: candidates,
  filter: candidateFilter,
  order: candidateOrder,
  defaultOrder: [{ field: 'REFERENCE', direction: 'ASC' }],
  connection: CandidateConnection,
};

interface SkillsTest {
  personPk: number;
  sectorCode: string;
  passedOn: string;
}

/** An admin sees all registered people, a partner those of its own company. The condition is one that an index serves. */
function candidatesOf({ role, company }: Viewer) {
  const own = role === 'ADMIN' ? sql`r.registered_by is not null` : sql`r.registered_by = ${company}`;
  return { anyOf: [own] };
}

export function candidateLoaders(reader: Reader, viewer: Viewer) {
  const list = { ...candidateList, where: candidatesOf(viewer) };
  return {
    candidates: (args: CandidatesArgs) => readList(reader, list, args),
    skillsTestsByPerson: rowsByParent<SkillsTest>(reader, skillsTests, 'personPk', sql`r.passed_on, r.sector_code`),
    matchedByPerson: matchedByPerson(reader),
  };
}

function matchedByPerson(reader: Reader) {
  return batched<number, boolean>(async (personPks) => {
    const rows = await reader.rows<{ matched: boolean }>(sql`
      select ${isMatched(sql`person.pk`)} as matched
      from unnest(${personPks}::integer[]) with ordinality as person(pk, ordinal) order by person.ordinal`);
    return rows.map(({ matched }) => matched);
  });
}
