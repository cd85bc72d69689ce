import { defineEntity, p } from '@mikro-orm/core';

/** How many people a sector may admit in a span of years, and the statement that says so. */
export const CeilingEntity = defineEntity({
  name: 'CeilingEntity',
  tableName: 'ceiling',
  schema: 'sectors',
  uniques: [{ properties: ['sectorCode', 'decidedOn'] }],
  properties: {
    pk: p.integer().primary().autoincrement(),
    sectorCode: p.text(),
    value: p.integer(),
    from: p.date().fieldName('valid_from'),
    until: p.date().fieldName('valid_until'),
    decidedOn: p.date(),
    statementKey: p.text(),
  },
});
