import { defineEntity, p } from '@mikro-orm/core';

/** A publication that statements are taken from, by its own key. */
export const SourceEntity = defineEntity({
  name: 'SourceEntity',
  tableName: 'source',
  schema: 'sectors',
  properties: {
    pk: p.integer().primary().autoincrement(),
    key: p.text().unique(),
    title: p.text(),
    publisher: p.text(),
    url: p.text().nullable(),
    publishedOn: p.date().nullable(),
    note: p.text().nullable(),
  },
});
