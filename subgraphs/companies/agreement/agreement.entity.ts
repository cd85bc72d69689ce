import { defineEntity, p } from '@mikro-orm/core';
import { CompanyEntity } from '../company/company.entity.js';

/** A memorandum or contract between companies or governments, by its slug. */
export const AgreementEntity = defineEntity({
  name: 'AgreementEntity',
  tableName: 'agreement',
  schema: 'companies',
  properties: {
    pk: p.integer().primary().autoincrement(),
    slug: p.text().unique(),
    title: p.text(),
    kind: p.text(),
    renewal: p.boolean().default(false),
    signedOn: p.date().nullable(),
    eventSlug: p.text().nullable().index(),
    addedFieldCount: p.integer().nullable(),
    synthetic: p.boolean().default(false),
  },
});

/** Who agreed, in the order of the document. */
export const AgreementPartyEntity = defineEntity({
  name: 'AgreementPartyEntity',
  tableName: 'agreement_party',
  schema: 'companies',
  uniques: [{ properties: ['agreementPk', 'companyPk'] }],
  properties: {
    pk: p.integer().primary().autoincrement(),
    agreementPk: () => p.manyToOne(AgreementEntity).mapToPk().joinColumn('agreement_pk').deleteRule('cascade'),
    companyPk: () => p.manyToOne(CompanyEntity).mapToPk().joinColumn('company_pk').index(),
  },
});

/** Who put their name under it, by the person's own reference. */
export const AgreementSignatoryEntity = defineEntity({
  name: 'AgreementSignatoryEntity',
  tableName: 'agreement_signatory',
  schema: 'companies',
  uniques: [{ properties: ['agreementPk', 'personReference'] }],
  properties: {
    pk: p.integer().primary().autoincrement(),
    agreementPk: () => p.manyToOne(AgreementEntity).mapToPk().joinColumn('agreement_pk').deleteRule('cascade'),
    personReference: p.text().index(),
  },
});

/** The sectors that it covers, and whether it covered them before or added them. */
export const AgreementSectorEntity = defineEntity({
  name: 'AgreementSectorEntity',
  tableName: 'agreement_sector',
  schema: 'companies',
  uniques: [{ properties: ['agreementPk', 'sectorCode'] }],
  properties: {
    pk: p.integer().primary().autoincrement(),
    agreementPk: () => p.manyToOne(AgreementEntity).mapToPk().joinColumn('agreement_pk').deleteRule('cascade'),
    sectorCode: p.text(),
    added: p.boolean(),
  },
});
