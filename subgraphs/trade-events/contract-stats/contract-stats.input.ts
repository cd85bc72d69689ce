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
  STATE: column('state', 'How far they have come.'),
  CURRENCY: column('currency', 'Their currency.'),
  EVENT: column('eventSlug', 'The event at which they were won or sought.'),
  EXHIBITOR: column('exhibitorSlug', 'The exhibitor that won or sought them.'),
  BUYER: column('buyerSlug', 'The company that buys.'),
  BUYER_PREFECTURE: column('buyerPrefecture', 'The buyer’s prefecture.'),
  SERVICE_CATEGORY: column('serviceCategory', 'What they are about.'),
  SECTOR: column('sectorCode', 'The sector for which the work is done.'),
  SIGNED_YEAR: {
    property: 'signedYear',
    description: 'The year of signature.',
    expression: () => sql`extract(year from r.signed_on)::integer`,
  },
  SIGNED_MONTH: {
    property: 'signedMonth',
    description: 'The month of signature.',
    expression: () => sql`to_char(r.signed_on, 'YYYY-MM')`,
  },
});

export const contractStatsOrder = defineOrder('ContractStatsOrder', {
  COUNT: { property: 'count', type: 'integer', description: 'By the number of contracts.' },
  REPORTED_VALUE: { property: 'reportedValue', type: 'numeric', description: 'By the sum of what is reported.' },
  EVIDENCED_VALUE: { property: 'evidencedValue', type: 'numeric', description: 'By the sum of what documents show.' },
  REALISED_VALUE: { property: 'realisedValue', type: 'numeric', description: 'By the sum of what was paid.' },
});

@ArgsType()
export class ContractStatsArgs extends statsArgs(contractFilter, contractDimensions, contractStatsOrder) {}
