import { ArgsType } from 'type-graphql';
import { by, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';

export const exhibitFilter = defineFilter('ExhibitFilter', 'Which exhibits. Everything given must hold.', {
  event: by.key('eventSlug', 'By the slug of the event.'),
  company: by.key('companySlug', 'By the slug of the company that exhibits.'),
  booth: by.text('booth', 'By the number of the booth.'),
  synthetic: by.boolean('synthetic', 'Whether the sample generator made it up.'),
});

export const exhibitOrder = defineOrder('ExhibitOrder', {
  EVENT: { property: 'eventSlug', type: 'text', description: 'By the slug of the event.' },
  COMPANY: { property: 'companySlug', type: 'text', description: 'By the slug of the company.' },
  BOOTH: { property: 'booth', type: 'text', description: 'By the number of the booth, as a text.' },
});

@ArgsType()
export class ExhibitsArgs extends listArgs(exhibitFilter, exhibitOrder) {}
