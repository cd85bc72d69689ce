import { sql } from 'kysely';
import { batched, loaderByArguments } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { connectionOf } from '../../../kit/list/connection.js';
import type { ListDefinition } from '../../../kit/list/definition.js';
import { ListsByParent } from '../../../kit/list/list.js';
import { ExhibitEntity } from './exhibit.entity.js';
import { type ExhibitsArgs, exhibitFilter, exhibitOrder } from './exhibit.input.js';
import { Exhibit } from './exhibit.type.js';

const exhibits = tableOf(ExhibitEntity);

export const ExhibitConnection = connectionOf(Exhibit, 'Exhibit', 'exhibits');

const exhibitsOfEvent: ListDefinition<Exhibit> = {
  table: exhibits,
  filter: exhibitFilter,
  order: exhibitOrder,
  defaultOrder: [{ field: 'COMPANY', direction: 'ASC' }],
  connection: ExhibitConnection,
};

const exhibitsOfCompany: ListDefinition<Exhibit> = {
  ...exhibitsOfEvent,
  defaultOrder: [{ field: 'EVENT', direction: 'DESC' }],
};

/** The natural key of an exhibit: its event's slug and its company's, which have no slash. */
export function exhibitKey({ eventSlug, companySlug }: Pick<Exhibit, 'eventSlug' | 'companySlug'>): string {
  return `${eventSlug}/${companySlug}`;
}

export function exhibitLoaders(reader: Reader) {
  return {
    exhibitByKey: exhibitByKey(reader),
    exhibitsByEvent: loaderByArguments(
      (args: ExhibitsArgs) => new ListsByParent(reader, exhibitsOfEvent, args, (slug) => [sql`r.event_slug = ${slug}`]),
    ),
    exhibitsByCompany: loaderByArguments(
      (args: ExhibitsArgs) =>
        new ListsByParent(reader, exhibitsOfCompany, args, (slug) => [sql`r.company_slug = ${slug}`]),
    ),
  };
}

function exhibitByKey(reader: Reader) {
  return batched<string, Exhibit | null>(async (keys) => {
    const parts = keys.map((key) => key.split('/'));
    const rows = await reader.rows<Exhibit>(sql`
      select ${exhibits.selection} from ${exhibits.name} r
      join unnest(${parts.map(([event]) => event ?? null)}::text[], ${parts.map(([, company]) => company ?? null)}::text[])
        as wanted(event, company) on r.event_slug = wanted.event and r.company_slug = wanted.company`);
    const byKey = new Map(rows.map((row) => [exhibitKey(row), row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}
