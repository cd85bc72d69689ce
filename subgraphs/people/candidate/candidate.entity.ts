import { defineEntity, p } from '@mikro-orm/core';
import { rowPolicies } from '../../../kit/database/row-policies.js';
import { PersonEntity } from '../person/person.entity.js';
import { skillsTestsSeen } from './candidate.rows.js';

/** A skills test of one field that a person passed. Failed attempts are not kept. The other data of a candidate is in the person's row. */
export const SkillsTestEntity = defineEntity({
  name: 'SkillsTestEntity',
  tableName: 'skills_test',
  schema: 'people',
  ...rowPolicies({ seen: skillsTestsSeen }),
  uniques: [{ properties: ['personPk', 'sectorCode'] }],
  indexes: [{ properties: ['sectorCode', 'personPk'] }],
  properties: {
    pk: p.integer().primary().autoincrement(),
    personPk: () => p.manyToOne(PersonEntity).mapToPk().joinColumn('person_pk').deleteRule('cascade'),
    sectorCode: p.text(),
    passedOn: p.date(),
  },
});
