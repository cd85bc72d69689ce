import { defineEntity, p } from '@mikro-orm/core';

/** A trade fair or meeting. Its key is the slug, which never changes. One edition of a fair is one row. */
export const TradeEventEntity = defineEntity({
  name: 'TradeEventEntity',
  tableName: 'trade_event',
  schema: 'trade_events',
  properties: {
    pk: p.integer().primary().autoincrement(),
    slug: p.text().unique(),
    nameEn: p.text().nullable(),
    nameJa: p.text().nullable(),
    kind: p.text(),
    startsOn: p.date().nullable().index(),
    endsOn: p.date().nullable(),
    venue: p.text().nullable(),
    city: p.text().nullable(),
    country: p.text().nullable(),
    organiser: p.text().nullable(),
    datesConfidence: p.text(),
    synthetic: p.boolean().default(false),
  },
});
