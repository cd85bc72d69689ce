import { ArgsType, Field, Int } from 'type-graphql';
import { BadUserInputError } from '../../../kit/errors.js';
import { by, defineFilter, type FilterValue } from '../../../kit/list/filter.js';
import { defineOrder, type OrderTerm } from '../../../kit/list/order.js';
import { MAXIMUM_GROUPS } from '../../../kit/stats/stats.js';

export const exhibitorStatsFilter = defineFilter(
  'ExhibitorStatsFilter',
  'Which exhibitors. Everything given must hold.',
  {
    company: by.key('companySlug', 'By the slug of the company.'),
    editions: by.int('editions', 'By the number of events at which it took part.'),
    editionsWon: by.int('editionsWon', 'By the number of events at which it won.'),
    firstExhibitedOn: by.date('firstExhibitedOn', 'By the first day of the earliest of its events.'),
    lastExhibitedOn: by.date('lastExhibitedOn', 'By the first day of the latest of its events.'),
  },
);

export const exhibitorStatsOrder = defineOrder('ExhibitorStatsOrder', {
  EDITIONS_WON: { property: 'editionsWon', type: 'integer', description: 'By the number of events at which it won.' },
  EDITIONS: { property: 'editions', type: 'integer', description: 'By the number of events at which it took part.' },
  COMPANY: { property: 'companySlug', type: 'text', description: 'By the slug of the company.' },
  FIRST_EXHIBITED_ON: { property: 'firstExhibitedOn', type: 'date', description: 'By the earliest of its events.' },
  LAST_EXHIBITED_ON: { property: 'lastExhibitedOn', type: 'date', description: 'By the latest of its events.' },
});

@ArgsType()
export class ExhibitorStatsArgs {
  @Field(() => [String], {
    nullable: true,
    description: 'Only these events count, by slug, for example the editions of one fair; without it, all.',
  })
  events?: string[];

  @Field(() => exhibitorStatsFilter.input, { nullable: true, description: 'Which exhibitors; without it, all.' })
  filter?: FilterValue;

  @Field(() => [exhibitorStatsOrder.input], {
    nullable: true,
    description: 'How they are sorted; without it, who won at most events first, then who took part in most.',
  })
  orderBy?: OrderTerm[];

  @Field(() => Int, {
    defaultValue: 100,
    description: `Only so many exhibitors from the front, 1 to ${MAXIMUM_GROUPS}.`,
  })
  first!: number;
}

/** @throws BadUserInputError where more or fewer rows are asked for than one answer has */
export function checkExhibitorStatsArgs({ first }: ExhibitorStatsArgs): void {
  if (first < 1 || first > MAXIMUM_GROUPS) {
    throw new BadUserInputError('first', `must be between 1 and ${MAXIMUM_GROUPS}`);
  }
}
