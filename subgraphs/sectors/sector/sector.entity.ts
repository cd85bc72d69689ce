import { defineEntity, p } from '@mikro-orm/core';

/** An industry. Its key is the hub's own code, which never changes. */
export const SectorEntity = defineEntity({
  name: 'SectorEntity',
  tableName: 'sector',
  schema: 'sectors',
  properties: {
    pk: p.integer().primary().autoincrement(),
    code: p.text().unique(),
    position: p.integer().unique(),
    nameEn: p.text(),
    nameJa: p.text().nullable(),
    nameUr: p.text().nullable(),
    sswField: p.boolean(),
    ssw2: p.boolean().nullable().fieldName('ssw2'),
    ministry: p.text().nullable(),
    ministryConfidence: p.text().nullable(),
    intakeStatus: p.text(),
    intakeSince: p.date().nullable(),
    intakeConfidence: p.text(),
    intakeStatementKey: p.text().nullable(),
  },
});
