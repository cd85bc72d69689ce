import { defineEntity, p } from '@mikro-orm/core';
import { rowPolicies } from '../../../kit/database/row-policies.js';
import { PersonEntity } from '../person/person.entity.js';
import { personReadsAdded, personReadsSeen } from '../person/person.rows.js';

/** A record that somebody was shown personal data: one row for each person and request. Rows are added and never changed. */
export const PersonReadEntity = defineEntity({
  name: 'PersonReadEntity',
  tableName: 'person_read',
  schema: 'people',
  ...rowPolicies({ seen: personReadsSeen, added: personReadsAdded }),
  indexes: [{ properties: ['personPk', 'readAt', 'pk'] }],
  properties: {
    /** A row for each person in each answer: a busy hub writes more than an integer counts. */
    pk: p.bigint('number').primary().autoincrement(),
    personPk: () => p.manyToOne(PersonEntity).mapToPk().joinColumn('person_pk').deleteRule('cascade'),
    readAt: p.datetime().defaultRaw('now()'),
    role: p.text(),
    subject: p.text(),
    companySlug: p.text().fieldName('company').nullable(),
    requestId: p.text(),
    purpose: p.text().nullable(),
    fields: p.array().columnType('text[]'),
  },
});
