import { ArgsType, Field, Int } from 'type-graphql';
import { BadUserInputError } from '../../../kit/errors.js';
import { by, defineFilter, type FilterValue } from '../../../kit/list/filter.js';
import { defineOrder, type OrderTerm } from '../../../kit/list/order.js';
import { MAXIMUM_GROUPS } from '../../../kit/stats/stats.js';

export const exhibitorStatsFilter = defineFilter(
  'ExhibitorStatsFilter',
  'Selects exhibitors. An exhibitor must match every field that you set.',
  {
    company: by.key('companySlug', 'By the slug of the company.'),
    editions: by.int('editions', 'By the number of events at which the company took part.'),
    editionsWon: by.int('editionsWon', 'By the number of events at which the company won a contract.'),
    firstExhibitedOn: by.date('firstExhibitedOn', 'By the first day of the earliest event at which it took part.'),
    lastExhibitedOn: by.date('lastExhibitedOn', 'By the first day of the latest event at which it took part.'),
  },
);

export const exhibitorStatsOrder = defineOrder('ExhibitorStatsOrder', {
  EDITIONS_WON: {
    property: 'editionsWon',
    type: 'integer',
    description: 'By the number of events at which the company won a contract.',
  },
  EDITIONS: {
    property: 'editions',
    type: 'integer',
    description: 'By the number of events at which the company took part.',
  },
  COMPANY: { property: 'companySlug', type: 'text', description: 'By the slug of the company.' },
  FIRST_EXHIBITED_ON: {
    property: 'firstExhibitedOn',
    type: 'date',
    description: 'By the first day of the earliest event at which it took part.',
  },
  LAST_EXHIBITED_ON: {
    property: 'lastExhibitedOn',
    type: 'date',
    description: 'By the first day of the latest event at which it took part.',
  },
});

@ArgsType()
export class ExhibitorStatsArgs {
  @Field(() => [String], {
    nullable: true,
    description:
      'The slugs of the events to count, for example all editions of one fair. Without it, all events count.',
  })
  events?: string[];

  @Field(() => exhibitorStatsFilter.input, {
    nullable: true,
    description:
      'Selects exhibitors. Without it, you get all of them. A partner must set `company` to its own company.',
  })
  filter?: FilterValue;

  @Field(() => [exhibitorStatsOrder.input], {
    nullable: true,
    description:
      'Sorts the exhibitors. By default those that won at the most events come first, then those that took part in the most.',
  })
  orderBy?: OrderTerm[];

  @Field(() => Int, {
    defaultValue: 100,
    description: `The number of exhibitors to return, from 1 to ${MAXIMUM_GROUPS}.`,
  })
  first!: number;
}

/** @throws BadUserInputError if `first` is less than 1 or larger than an answer can be */
export function checkExhibitorStatsArgs({ first }: ExhibitorStatsArgs): void {
  if (first < 1 || first > MAXIMUM_GROUPS) {
    throw new BadUserInputError('first', `must be between 1 and ${MAXIMUM_GROUPS}`);
  }
}
