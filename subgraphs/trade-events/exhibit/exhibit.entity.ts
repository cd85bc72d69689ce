import { defineEntity, p } from '@mikro-orm/core';
import { TradeEventEntity } from '../trade-event/trade-event.entity.js';

/** That a company exhibits at an event; once for each event and company. */
export const ExhibitEntity = defineEntity({
  name: 'ExhibitEntity',
  tableName: 'exhibit',
  schema: 'trade_events',
  uniques: [{ properties: ['eventSlug', 'companySlug'] }],
  properties: {
    pk: p.integer().primary().autoincrement(),
    eventSlug: () => p.manyToOne(TradeEventEntity).targetKey('slug').mapToPk().joinColumn('event_slug'),
    companySlug: p.text().index(),
    booth: p.text().nullable(),
    synthetic: p.boolean().default(false),
  },
});
