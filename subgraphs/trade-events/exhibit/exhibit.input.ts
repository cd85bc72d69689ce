import { ArgsType } from 'type-graphql';
import { by, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';

export const exhibitFilter = defineFilter(
  'ExhibitFilter',
  'Selects exhibits. An exhibit must match every field that you set.',
  {
    event: by.key('eventSlug', 'By the slug of the event.'),
    company: by.key('companySlug', 'By the slug of the exhibitor.'),
    booth: by.text('booth', 'By the number of the booth.'),
    synthetic: by.boolean('synthetic', '`true` for rows that the sample generator made up, `false` for real ones.'),
  },
);

export const exhibitOrder = defineOrder('ExhibitOrder', {
  EVENT: { property: 'eventSlug', type: 'text', description: 'By the slug of the event.' },
  COMPANY: { property: 'companySlug', type: 'text', description: 'By the slug of the company.' },
  BOOTH: { property: 'booth', type: 'text', description: 'By the number of the booth, sorted as text.' },
});

@ArgsType()
export class ExhibitsArgs extends listArgs(exhibitFilter, exhibitOrder) {}
