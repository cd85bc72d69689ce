import { defineEntity, p } from '@mikro-orm/core';
import { rowPolicies } from '../../../kit/database/row-policies.js';
import { TradeEventEntity } from '../trade-event/trade-event.entity.js';
import { contractsSeen } from './contract.rows.js';

/**
 * A piece of business that an exhibitor won, or hopes to win, at an event; by its reference.
 * Amounts are `numeric` without a scale: what came in, digit for digit, goes out.
 */
export const ContractEntity = defineEntity({
  name: 'ContractEntity',
  tableName: 'contract',
  schema: 'trade_events',
  ...rowPolicies({ seen: contractsSeen, counted: true }),
  indexes: [
    // The largest first, under each of its parents.
    { properties: ['eventSlug', 'reportedValue', 'pk'] },
    { properties: ['exhibitorSlug', 'reportedValue', 'pk'] },
    { properties: ['buyerSlug', 'reportedValue', 'pk'] },
    { properties: ['sectorCode', 'reportedValue', 'pk'] },
    // An exhibitor's contracts are counted by state from the index alone; the buyer is what the row policy asks for.
    { properties: ['exhibitorSlug', 'state', 'buyerSlug'] },
    { properties: ['reportedValue', 'pk'] },
    { properties: ['signedOn', 'pk'] },
  ],
  properties: {
    pk: p.integer().primary().autoincrement(),
    reference: p.text().unique(),
    eventSlug: () => p.manyToOne(TradeEventEntity).targetKey('slug').mapToPk().joinColumn('event_slug'),
    exhibitorSlug: p.text(),
    buyerSlug: p.text().nullable(),
    buyerPrefecture: p.text().nullable(),
    serviceCategory: p.text().nullable(),
    sectorCode: p.text().nullable(),
    state: p.text(),
    currency: p.text().nullable(),
    reportedValue: p.decimal().columnType('numeric').nullable(),
    evidencedValue: p.decimal().columnType('numeric').nullable(),
    realisedValue: p.decimal().columnType('numeric').nullable(),
    leadOn: p.date().nullable(),
    signedOn: p.date().nullable(),
    evidence: p.text().nullable(),
    monthsToSignature: p.integer().nullable(),
    synthetic: p.boolean().default(false),
  },
});
