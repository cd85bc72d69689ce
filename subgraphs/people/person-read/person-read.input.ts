import { ArgsType } from 'type-graphql';
import { by, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';
import { Role } from '../../../kit/viewer.js';

export const personReadFilter = defineFilter(
  'PersonReadFilter',
  'Selects entries of the access log. An entry must match every field that you set.',
  {
    role: by.oneOf('Role', Role, 'role', 'By the role of the reader.'),
    company: by.key('companySlug', "By the slug of the reader's company."),
    subject: by.key('subject', 'By the reader: the subject (`sub`) of their token.'),
    requestId: by.key('requestId', 'By the id of the request.'),
  },
);

export const personReadOrder = defineOrder('PersonReadOrder', {
  READ_AT: { property: 'readAt', type: 'timestamptz', description: 'By the time of the read.' },
});

@ArgsType()
export class PersonReadsArgs extends listArgs(personReadFilter, personReadOrder) {}
