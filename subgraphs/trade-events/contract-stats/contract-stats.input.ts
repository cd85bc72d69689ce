import { sql } from 'kysely';
import { ArgsType } from 'type-graphql';
import { defineOrder } from '../../../kit/list/order.js';
import { defineDimensions } from '../../../kit/stats/dimensions.js';
import { statsArgs } from '../../../kit/stats/stats.js';
import { contractFilter } from '../contract/contract.input.js';

const column = (property: string, description: string) => ({
  property,
  description,
  expression: (table: { column(name: string): ReturnType<typeof sql> }) => table.column(property),
});

export const contractDimensions = defineDimensions('ContractDimension', {
  STATE: column('state', 'By state.'),
  CURRENCY: column('currency', 'By currency.'),
  EVENT: column('eventSlug', 'By event.'),
  EXHIBITOR: column('exhibitorSlug', 'By exhibitor.'),
  BUYER: column('buyerSlug', 'By buyer.'),
  BUYER_PREFECTURE: column('buyerPrefecture', 'By prefecture of the buyer.'),
  SERVICE_CATEGORY: column('serviceCategory', 'By category of the service.'),
  SECTOR: column('sectorCode', 'By sector for which the work is done.'),
  SIGNED_YEAR: {
    property: 'signedYear',
    description: 'By year of signature.',
    expression: () => sql`extract(year from r.signed_on)::integer`,
  },
  SIGNED_MONTH: {
    property: 'signedMonth',
    description: 'By month of signature.',
    expression: () => sql`to_char(r.signed_on, 'YYYY-MM')`,
  },
});

export const contractStatsOrder = defineOrder('ContractStatsOrder', {
  COUNT: { property: 'count', type: 'integer', description: 'By the number of contracts.' },
  REPORTED_VALUE: { property: 'reportedValue', type: 'numeric', description: 'By the sum of the reported values.' },
  EVIDENCED_VALUE: {
    property: 'evidencedValue',
    type: 'numeric',
    description: 'By the sum of the values that documents prove.',
  },
  REALISED_VALUE: {
    property: 'realisedValue',
    type: 'numeric',
    description: 'By the sum of the amounts that were paid.',
  },
});

@ArgsType()
export class ContractStatsArgs extends statsArgs(contractFilter, contractDimensions, contractStatsOrder) {}
