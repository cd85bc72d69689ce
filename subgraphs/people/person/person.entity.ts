import { defineEntity, p } from '@mikro-orm/core';
import { rowPolicies } from '../../../kit/database/row-policies.js';
import { peopleSeen } from './person.rows.js';

/** A person, by the reference that the organisation which registered them uses. */
export const PersonEntity = defineEntity({
  name: 'PersonEntity',
  tableName: 'person',
  schema: 'people',
  ...rowPolicies({ seen: peopleSeen }),
  // An organisation's candidates in the order of their references.
  indexes: [{ properties: ['registeredBy', 'reference', 'pk'] }],
  properties: {
    pk: p.integer().primary().autoincrement(),
    reference: p.text().unique(),
    familyName: p.text().nullable().index(),
    givenName: p.text().nullable(),
    nameNative: p.text().nullable(),
    nationality: p.text().nullable(),
    dateOfBirth: p.date().nullable(),
    passportNumber: p.text().nullable(),
    cnic: p.text().nullable(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    /** The company that registered the person as a candidate; null for a person who is none. */
    registeredBy: p.text().nullable(),
    jlpt: p.text().nullable(),
    jftBasicOn: p.date().nullable(),
    synthetic: p.boolean().default(false),
  },
});

/** An office that a person holds in a company or public body, as a published source names it. */
export const OfficeEntity = defineEntity({
  name: 'OfficeEntity',
  tableName: 'office',
  schema: 'people',
  uniques: [{ properties: ['personPk', 'title'] }],
  properties: {
    pk: p.integer().primary().autoincrement(),
    personPk: () => p.manyToOne(PersonEntity).mapToPk().joinColumn('person_pk').deleteRule('cascade'),
    title: p.text(),
    organisation: p.text().nullable(),
    companySlug: p.text().nullable().index(),
  },
});
