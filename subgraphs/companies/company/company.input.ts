import { sql } from 'kysely';
import { ArgsType, Field, ID } from 'type-graphql';
import { enumComparator, KeyComparator } from '../../../kit/list/comparators.js';
import { by, compare, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';
import { CompanyKind } from './company.type.js';

export const companyFilter = defineFilter('CompanyFilter', 'Which companies. Everything given must hold.', {
  slug: by.key('slug', 'By slug.'),
  name: by.text(
    (table) => sql`concat_ws(' ', ${table.column('nameEn')}, ${table.column('nameJa')}, ${table.column('nameUr')})`,
    'By name, in any of its languages.',
  ),
  kinds: by.custom(
    enumComparator('CompanyKind', CompanyKind),
    'By what it does: holds where one of its kinds compares so.',
    (_, comparators, path) =>
      sql`exists (select from unnest(r.kinds) as kind where ${compare(sql`kind`, comparators, path)})`,
  ),
  country: by.key('country', 'By country, ISO 3166-1 alpha-2.'),
  prefecture: by.key('prefecture', 'By prefecture, ISO 3166-2, for example "JP-13".'),
  sector: by.custom(
    KeyComparator,
    'By the code of a sector that it works in.',
    (_, comparators, path) => sql`exists (
      select from companies.company_sector cs
      where cs.company_pk = r.pk and ${compare(sql`cs.sector_code`, comparators, path)})`,
  ),
  synthetic: by.boolean('synthetic', 'Whether the sample generator made it up.'),
});

export const companyOrder = defineOrder('CompanyOrder', {
  SLUG: { property: 'slug', type: 'text', description: 'By slug.' },
  NAME: { property: 'nameEn', type: 'text', description: 'By English name.' },
});

@ArgsType()
export class CompaniesArgs extends listArgs(companyFilter, companyOrder) {}

@ArgsType()
export class CompanyArgs {
  @Field(() => ID, { nullable: true, description: 'The id; give this or the slug.' }) id?: string;
  @Field(() => String, { nullable: true, description: 'The slug; give this or the id.' }) slug?: string;
}
