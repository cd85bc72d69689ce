import { defineEntity, p } from '@mikro-orm/core';

/** A firm or public body. Its key is the slug, which never changes. */
export const CompanyEntity = defineEntity({
  name: 'CompanyEntity',
  tableName: 'company',
  schema: 'companies',
  properties: {
    pk: p.integer().primary().autoincrement(),
    slug: p.text().unique(),
    nameEn: p.text().nullable(),
    nameJa: p.text().nullable(),
    nameUr: p.text().nullable(),
    kinds: p.array().columnType('text[]'),
    country: p.text().nullable(),
    prefecture: p.text().nullable().index(),
    website: p.text().nullable(),
    corporateNumber: p.text().nullable().unique(),
    synthetic: p.boolean().default(false),
  },
});

/** The sectors that a company works in, by the sectors' own codes. */
export const CompanySectorEntity = defineEntity({
  name: 'CompanySectorEntity',
  tableName: 'company_sector',
  schema: 'companies',
  uniques: [{ properties: ['companyPk', 'sectorCode'] }],
  properties: {
    pk: p.integer().primary().autoincrement(),
    companyPk: () => p.manyToOne(CompanyEntity).mapToPk().joinColumn('company_pk').deleteRule('cascade'),
    sectorCode: p.text().index(),
  },
});
