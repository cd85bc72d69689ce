import { defineEntity, p } from '@mikro-orm/core';

/** A scheme of the Japanese government under which workers come, by the hub's code for it. */
export const ProgrammeEntity = defineEntity({
  name: 'ProgrammeEntity',
  tableName: 'programme',
  schema: 'sectors',
  properties: {
    pk: p.integer().primary().autoincrement(),
    code: p.text().unique(),
    nameEn: p.text(),
    nameJa: p.text().nullable(),
    nameUr: p.text().nullable(),
  },
});
