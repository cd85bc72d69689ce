import { same } from '../../../kit/import/assignments.js';
import { required } from '../../../kit/import/cell.js';
import { amount, date, oneOf, referenceKey, slug, text } from '../../../kit/import/cells.js';
import { currency } from '../../../kit/import/currencies.js';
import { defineImport, type StagedFile } from '../../../kit/import/definition.js';
import { past } from '../../../kit/import/past-cells.js';
import { prefecture } from '../../../kit/import/place-cells.js';
import { upsert } from '../../../kit/import/upsert.js';
import { monthsToSignature } from './contract.months.js';
import { contractRules, contractWarnings, reachableStates } from './contract.rules.js';
import { ContractState } from './contract.states.js';
import { ServiceCategory } from './contract.type.js';

export const contractsImport = defineImport({
  kind: 'contracts',
  tables: ['trade_events.contract', 'trade_events.milestone'],
  columns: {
    reference: { cell: required(referenceKey()), description: 'Its key, for example JITW25S/001.' },
    event: {
      cell: required(slug()),
      description: 'The slug of the event at which the exhibitor won the contract or tried to win it.',
    },
    exhibitor: { cell: required(slug('oec')), description: 'The slug of the exhibitor.' },
    buyer: { cell: slug('oec'), description: 'The slug of the buyer.' },
    buyer_prefecture: { cell: prefecture(), description: 'The prefecture of the buyer.' },
    service_category: { cell: oneOf(ServiceCategory), description: 'The category of the service.' },
    sector: { cell: slug('nursing-care'), description: 'The code of the sector for which the work is done.' },
    state: { cell: required(oneOf(ContractState)), description: 'How far the contract has come.' },
    reported_value: { cell: amount(), description: 'The value that the exhibitor reported.' },
    currency: { cell: currency(), description: 'The currency of the three values.' },
    evidenced_value: { cell: amount(), description: 'The value that a document proves.' },
    realised_value: { cell: amount(), description: 'The amount that was paid. It becomes one milestone.' },
    lead_on: { cell: past(date()), description: 'The day on which the two firms first talked.' },
    signed_on: { cell: past(date()), description: 'The day of signature.' },
    evidence: { cell: text(500), description: 'The document that proves the contract: its web address or its name.' },
  },
  key: ['reference'],
  held: {
    from: 'trade_events.contract t',
    columns: { event: 't.event_slug', exhibitor: 't.exhibitor_slug', buyer: 't.buyer_slug', sector: 't.sector_code' },
  },
  rules: contractRules,
  references: [
    {
      column: 'event',
      table: 'trade_events.trade_event',
      key: 'slug',
      what: 'an event',
      names: ['name_en', 'name_ja'],
    },
    { column: 'exhibitor', typeName: 'Company', key: 'slug' },
    { column: 'buyer', typeName: 'Company', key: 'slug' },
    { column: 'sector', typeName: 'Sector', key: 'code' },
  ],
  checks: [reachableStates],
  warnings: contractWarnings,
  merge: mergeContracts,
});

function mergeContracts(file: StagedFile) {
  return upsert(file, {
    table: 'trade_events.contract',
    key: same('reference'),
    columns: {
      ...same('buyer_prefecture', 'service_category', 'state', 'currency', 'lead_on', 'signed_on', 'evidence'),
      ...same('reported_value', 'evidenced_value', 'realised_value'),
      event_slug: 's.event',
      exhibitor_slug: 's.exhibitor',
      buyer_slug: 's.buyer',
      sector_code: 's.sector',
      months_to_signature: monthsToSignature({
        state: 's.state',
        signedOn: 's.signed_on',
        endsOn: 'coalesce(e.ends_on, e.starts_on)',
      }),
    },
    insertOnly: { synthetic: String(file.marks.synthetic) },
    join: 'join trade_events.trade_event e on e.slug = s.event',
    children: [
      {
        table: 'trade_events.milestone',
        each: '(select where s.realised_value is not null) as realised',
        parent: { contract_pk: 't.pk', number: '0', imported: 'true' },
        columns: { amount: 's.realised_value' },
        insertOnly: { paid: 'true' },
      },
    ],
  });
}
