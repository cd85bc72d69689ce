import { sql } from 'kysely';
import { ArgsType, Field, ID } from 'type-graphql';
import { enumComparator, KeyComparator } from '../../../kit/list/comparators.js';
import { by, compare, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';
import { CompanyKind } from './company.type.js';

export const companyFilter = defineFilter(
  'CompanyFilter',
  'Selects companies. A company must match every field that you set.',
  {
    slug: by.key('slug', 'By slug, the readable key.'),
    name: by.text(
      (table) => sql`concat_ws(' ', ${table.column('nameEn')}, ${table.column('nameJa')}, ${table.column('nameUr')})`,
      'By name, in any of the languages that the hub knows it in.',
    ),
    kinds: by.custom(
      enumComparator('CompanyKind', CompanyKind),
      'By what the company does. A company with several kinds matches if one of them matches.',
      (_, comparators, path) =>
        sql`exists (select from unnest(r.kinds) as kind where ${compare(sql`kind`, comparators, path)})`,
    ),
    country: by.key('country', 'By country, as an ISO 3166-1 alpha-2 code: for example "JP".'),
    prefecture: by.key('prefecture', 'By prefecture, as an ISO 3166-2 code: for example "JP-13" for Tokyo.'),
    sector: by.custom(
      KeyComparator,
      'By the code of a sector that it works in.',
      (_, comparators, path) => sql`exists (
      select from companies.company_sector cs
      where cs.company_pk = r.pk and ${compare(sql`cs.sector_code`, comparators, path)})`,
    ),
    synthetic: by.boolean('synthetic', '`true` for rows that the sample generator made up, `false` for real ones.'),
  },
);

export const companyOrder = defineOrder('CompanyOrder', {
  SLUG: { property: 'slug', type: 'text', description: 'By slug, the readable key.' },
  NAME: { property: 'nameEn', type: 'text', description: 'By English name.' },
});

@ArgsType()
export class CompaniesArgs extends listArgs(companyFilter, companyOrder) {}

@ArgsType()
export class CompanyArgs {
  @Field(() => ID, { nullable: true, description: 'The id. Give either this or the slug.' }) id?: string;
  @Field(() => String, { nullable: true, description: 'The slug. Give either this or the id.' }) slug?: string;
}
