import { defineEntity, p } from '@mikro-orm/core';

/** One thing that someone said, by its own key. Its subject and who said it are natural keys, also of other subgraphs. */
export const StatementEntity = defineEntity({
  name: 'StatementEntity',
  tableName: 'statement',
  schema: 'sectors',
  indexes: [{ properties: ['subjectType', 'subjectKey'] }, { properties: ['statedByType', 'statedByKey'] }],
  properties: {
    pk: p.integer().primary().autoincrement(),
    key: p.text().unique(),
    subjectType: p.text(),
    subjectKey: p.text(),
    predicate: p.text(),
    value: p.text(),
    operator: p.text(),
    unit: p.text().nullable(),
    statedByType: p.text().nullable(),
    statedByKey: p.text().nullable(),
    asOf: p.date().nullable(),
    sourceKey: p.text().index(),
    locator: p.text().nullable(),
    confidence: p.text(),
    supersededByKey: p.text().nullable().index(),
    note: p.text().nullable(),
  },
});
