import { sql } from 'kysely';
import { ArgsType } from 'type-graphql';
import { KeyComparator } from '../../../kit/list/comparators.js';
import { by, compare, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';
import { AgreementKind } from './agreement.type.js';

export const agreementFilter = defineFilter(
  'AgreementFilter',
  'Selects agreements. An agreement must match every field that you set.',
  {
    title: by.text('title', 'By title.'),
    kind: by.oneOf('AgreementKind', AgreementKind, 'kind', 'By kind of document.'),
    renewal: by.boolean('renewal', '`true` for agreements that renew an earlier one.'),
    signedOn: by.date('signedOn', 'By the day of signature.'),
    event: by.key('eventSlug', 'By the slug of the event at which it was signed.'),
    party: by.custom(
      KeyComparator,
      'By the slug of a company that is party to it.',
      (_, comparators, path) => sql`exists (
      select from companies.agreement_party ap join companies.company c on c.pk = ap.company_pk
      where ap.agreement_pk = r.pk and ${compare(sql`c.slug`, comparators, path)})`,
    ),
    sector: by.custom(
      KeyComparator,
      'By the code of a sector that it covers.',
      (_, comparators, path) => sql`exists (
      select from companies.agreement_sector s
      where s.agreement_pk = r.pk and ${compare(sql`s.sector_code`, comparators, path)})`,
    ),
  },
);

export const agreementOrder = defineOrder('AgreementOrder', {
  SIGNED_ON: { property: 'signedOn', type: 'date', description: 'By the day of signature.' },
  TITLE: { property: 'title', type: 'text', description: 'By title.' },
});

@ArgsType()
export class AgreementsArgs extends listArgs(agreementFilter, agreementOrder) {}
