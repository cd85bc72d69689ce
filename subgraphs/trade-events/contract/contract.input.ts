import { sql } from 'kysely';
import { ArgsType, Field, ID } from 'type-graphql';
import { by, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';
import { ContractState } from './contract.states.js';
import { ServiceCategory } from './contract.type.js';

export const contractFilter = defineFilter(
  'ContractFilter',
  'Selects contracts. A contract must match every field that you set.',
  {
    reference: by.key('reference', 'By reference, the readable key.'),
    state: by.oneOf('ContractState', ContractState, 'state', 'By state.'),
    event: by.key('eventSlug', 'By the slug of the event.'),
    exhibitor: by.key('exhibitorSlug', 'By the slug of the exhibitor that won the contract or tried to win it.'),
    buyer: by.key('buyerSlug', 'By the slug of the buyer.'),
    buyerPrefecture: by.key(
      'buyerPrefecture',
      'By the prefecture of the buyer, as an ISO 3166-2 code: for example "JP-13" for Tokyo.',
    ),
    serviceCategory: by.oneOf('ServiceCategory', ServiceCategory, 'serviceCategory', 'By the category of the service.'),
    sector: by.key('sectorCode', 'By the code of the sector.'),
    currency: by.key('currency', 'By currency, as an ISO 4217 code: for example "USD".'),
    reportedValue: by.decimal('reportedValue', 'By the value that the exhibitor reported.'),
    evidencedValue: by.decimal('evidencedValue', 'By the value that a document proves.'),
    realisedValue: by.decimal('realisedValue', 'By the amount that was paid.'),
    leadOn: by.date('leadOn', 'By the day on which the two firms first talked.'),
    signedOn: by.date('signedOn', 'By the day of signature.'),
    monthsToSignature: by.int(
      'monthsToSignature',
      'By the number of months from the last day of the event to the signature, rounded up.',
    ),
    hasEvidence: by.boolean(
      (table) => sql`(${table.column('evidence')} is not null)`,
      '`true` for contracts with a document that proves them.',
    ),
    synthetic: by.boolean('synthetic', '`true` for rows that the sample generator made up, `false` for real ones.'),
  },
);

export const contractOrder = defineOrder('ContractOrder', {
  REFERENCE: { property: 'reference', type: 'text', description: 'By reference, the readable key.' },
  STATE: { property: 'state', type: 'text', description: 'By the name of the state, in alphabetical order.' },
  REPORTED_VALUE: {
    property: 'reportedValue',
    type: 'numeric',
    description:
      'By the value that the exhibitor reported. Amounts are compared without conversion: filter by one currency as well.',
  },
  EVIDENCED_VALUE: {
    property: 'evidencedValue',
    type: 'numeric',
    description:
      'By the value that a document proves. Amounts are compared without conversion: filter by one currency as well.',
  },
  REALISED_VALUE: {
    property: 'realisedValue',
    type: 'numeric',
    description:
      'By the amount that was paid. Amounts are compared without conversion: filter by one currency as well.',
  },
  LEAD_ON: { property: 'leadOn', type: 'date', description: 'By the day on which the two firms first talked.' },
  SIGNED_ON: { property: 'signedOn', type: 'date', description: 'By the day of signature.' },
  MONTHS_TO_SIGNATURE: {
    property: 'monthsToSignature',
    type: 'integer',
    description: 'By the number of months from the last day of the event to the signature, rounded up.',
  },
});

@ArgsType()
export class ContractsArgs extends listArgs(contractFilter, contractOrder) {}

@ArgsType()
export class ContractArgs {
  @Field(() => ID, { nullable: true, description: 'The id. Give either this or the reference.' }) id?: string;
  @Field(() => String, { nullable: true, description: 'The reference. Give either this or the id.' })
  reference?: string;
}
