import type { CoarseFields } from '../../../kit/stats/rounded-filter.js';
import { type RoundedFunction, roundedFunction } from '../../../kit/stats/rounded-function.js';

/**
 * The counts for partners who may not see the contracts. There are no sums, because the sum over one contract would reveal its value.
 */
export const roundedContracts: RoundedFunction = {
  schema: 'trade_events',
  name: 'contract_stats',
  table: 'trade_events.contract',
  person: 'r.pk',
  parents: {
    all: 'true',
    event: 'r.event_slug = parent.key',
    sector: 'r.sector_code = parent.key',
    ANY: '(r.exhibitor_slug = parent.key or r.buyer_slug = parent.key)',
    EXHIBITOR: 'r.exhibitor_slug = parent.key',
    BUYER: 'r.buyer_slug = parent.key',
  },
  dimensions: {
    state: 'r.state',
    eventSlug: 'r.event_slug',
    sectorCode: 'r.sector_code',
    buyerPrefecture: 'r.buyer_prefecture',
    serviceCategory: 'r.service_category',
    currency: 'r.currency',
    signedYear: 'extract(year from r.signed_on)::integer',
    signedMonth: `to_char(r.signed_on, 'YYYY-MM')`,
  },
  size: 'count',
  counts: {},
  shares: {},
  medians: {},
};

export const coarseContracts: CoarseFields = {
  state: 'state',
  event: 'eventSlug',
  sector: 'sectorCode',
  buyerPrefecture: 'buyerPrefecture',
  serviceCategory: 'serviceCategory',
  currency: 'currency',
  signedOn: { year: 'signedYear', month: 'signedMonth' },
};

/** What migrations make of it. */
export const contractFunctions = [roundedFunction(roundedContracts)];
