import { sql } from 'kysely';
import { ArgsType, Field, ID } from 'type-graphql';
import { by, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';
import { ContractState } from './contract.states.js';
import { ServiceCategory } from './contract.type.js';

export const contractFilter = defineFilter('ContractFilter', 'Which contracts. Everything given must hold.', {
  reference: by.key('reference', 'By reference.'),
  state: by.oneOf('ContractState', ContractState, 'state', 'By how far it has come.'),
  event: by.key('eventSlug', 'By the slug of the event.'),
  exhibitor: by.key('exhibitorSlug', 'By the slug of the company that won or sought it.'),
  buyer: by.key('buyerSlug', 'By the slug of the company that buys.'),
  buyerPrefecture: by.key('buyerPrefecture', 'By the buyer’s prefecture, ISO 3166-2, for example "JP-13".'),
  serviceCategory: by.oneOf('ServiceCategory', ServiceCategory, 'serviceCategory', 'By what it is about.'),
  sector: by.key('sectorCode', 'By the code of the sector.'),
  currency: by.key('currency', 'By currency, ISO 4217, for example "USD".'),
  reportedValue: by.decimal('reportedValue', 'By the value that the exhibitor reports.'),
  evidencedValue: by.decimal('evidencedValue', 'By the value that a document supports.'),
  realisedValue: by.decimal('realisedValue', 'By what was paid.'),
  leadOn: by.date('leadOn', 'By the day on which the two firms first talked.'),
  signedOn: by.date('signedOn', 'By the day of signature.'),
  monthsToSignature: by.int('monthsToSignature', 'By the months begun from the event’s last day to the signature.'),
  hasEvidence: by.boolean(
    (table) => sql`(${table.column('evidence')} is not null)`,
    'Whether a document that shows it is known.',
  ),
  synthetic: by.boolean('synthetic', 'Whether the sample generator made it up.'),
});

export const contractOrder = defineOrder('ContractOrder', {
  REFERENCE: { property: 'reference', type: 'text', description: 'By reference.' },
  STATE: { property: 'state', type: 'text', description: 'By the name of the state.' },
  REPORTED_VALUE: {
    property: 'reportedValue',
    type: 'numeric',
    description: 'By the value that the exhibitor reports, as a number: filter one currency beside it.',
  },
  EVIDENCED_VALUE: {
    property: 'evidencedValue',
    type: 'numeric',
    description: 'By the value that a document supports, as a number: filter one currency beside it.',
  },
  REALISED_VALUE: {
    property: 'realisedValue',
    type: 'numeric',
    description: 'By what was paid, as a number: filter one currency beside it.',
  },
  LEAD_ON: { property: 'leadOn', type: 'date', description: 'By the day on which the two firms first talked.' },
  SIGNED_ON: { property: 'signedOn', type: 'date', description: 'By the day of signature.' },
  MONTHS_TO_SIGNATURE: {
    property: 'monthsToSignature',
    type: 'integer',
    description: 'By the months begun from the event’s last day to the signature.',
  },
});

@ArgsType()
export class ContractsArgs extends listArgs(contractFilter, contractOrder) {}

@ArgsType()
export class ContractArgs {
  @Field(() => ID, { nullable: true, description: 'The id; give this or the reference.' }) id?: string;
  @Field(() => String, { nullable: true, description: 'The reference; give this or the id.' }) reference?: string;
}
