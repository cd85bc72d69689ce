import { inject } from 'vitest';
import type { ImportDefinition } from '../../../kit/import/definition.js';
import { urlOf } from '../../../kit/postgres/database.js';
import * as subgraphs from '../../../subgraphs/index.js';
import type { TestHub } from '../../testkit/hub.js';
import { COMPANIES, load } from '../../testkit/world.js';
import { documentOf, milestoneOf, purposeOf, recorderOf } from './canaries.js';
import { CONTRACTS, OFFICE_HOLDER, PEOPLE, PLACEMENTS, type Row } from './sheets.js';

/** Connections to a test hub's own database. */
export async function urlsOf(hub: TestHub): Promise<{ ownerUrl: string; applicationUrl: string }> {
  const [row] = await hub.sql<{ name: string }>('select current_database() as name');
  const { ownerUrl, applicationUrl } = inject('server');
  const name = row?.name as string;
  return { ownerUrl: urlOf(ownerUrl, name), applicationUrl: urlOf(applicationUrl, name) };
}

function definition(kind: string): ImportDefinition {
  const found = Object.values(subgraphs)
    .flatMap(({ imports }) => imports)
    .find((each) => each.kind === kind);
  if (!found) throw new Error(`no import of kind ${kind}`);
  return found;
}

/** Loads the sheets as an operator would, and by SQL what no sheet has a column for. */
export async function loadCanaries(hub: TestHub): Promise<void> {
  const { ownerUrl } = await urlsOf(hub);
  const sheet = (kind: string, rows: readonly Row[]) => load(ownerUrl, definition(kind), [...rows]);
  await sheet('companies', COMPANIES as unknown as Row[]);
  await sheet('people', PEOPLE);
  await sheet('placements', PLACEMENTS);
  await sheet('contracts', CONTRACTS);
  await hub.sql(
    `insert into people.office (person_pk, title, company_slug) select pk, 'Adviser', 'plusw' from people.person where reference = $1`,
    [OFFICE_HOLDER],
  );
  for (const row of PLACEMENTS)
    await hub.sql(
      `update people.placement_event set document = $2, recorded_by = $3
       where placement_pk = (select pk from people.placement where reference = $1)`,
      [row.reference, documentOf(row), recorderOf(row)],
    );
  for (const row of PEOPLE)
    await hub.sql(
      `insert into people.person_read (person_pk, role, subject, request_id, purpose, fields)
       select pk, 'ADMIN', 'reader', 'earlier', $2, '{email}' from people.person where reference = $1`,
      [row.reference, purposeOf(row)],
    );
  for (const row of CONTRACTS)
    await hub.sql(
      `insert into trade_events.milestone (contract_pk, number, amount, paid)
       select pk, 7, $2::numeric, false from trade_events.contract where reference = $1`,
      [row.reference, milestoneOf(row)],
    );
}
