import { sql } from 'kysely';
import { ArgsType, Field, ID } from 'type-graphql';
import { by, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';
import { Confidence } from '../../../kit/schema/confidence.js';
import { TradeEventKind } from './trade-event.type.js';

export const tradeEventFilter = defineFilter(
  'TradeEventFilter',
  'Selects events. An event must match every field that you set.',
  {
    slug: by.key('slug', 'By slug, the readable key.'),
    name: by.text(
      (table) => sql`concat_ws(' ', ${table.column('nameEn')}, ${table.column('nameJa')})`,
      'By name, in any of the languages that the hub knows it in.',
    ),
    kind: by.oneOf('TradeEventKind', TradeEventKind, 'kind', 'By kind of event.'),
    startsOn: by.date('startsOn', 'By the first day.'),
    endsOn: by.date('endsOn', 'By the last day.'),
    venue: by.text('venue', 'By the hall or building.'),
    city: by.text('city', 'By city.'),
    country: by.key('country', 'By country, as an ISO 3166-1 alpha-2 code: for example "JP".'),
    organiser: by.text('organiser', 'By the name of the organiser.'),
    datesConfidence: by.oneOf('Confidence', Confidence, 'datesConfidence', 'By how sure the hub is of the dates.'),
    synthetic: by.boolean('synthetic', '`true` for rows that the sample generator made up, `false` for real ones.'),
  },
);

export const tradeEventOrder = defineOrder('TradeEventOrder', {
  STARTS_ON: { property: 'startsOn', type: 'date', description: 'By the first day.' },
  ENDS_ON: { property: 'endsOn', type: 'date', description: 'By the last day.' },
  SLUG: { property: 'slug', type: 'text', description: 'By slug, the readable key.' },
  NAME: { property: 'nameEn', type: 'text', description: 'By English name.' },
});

@ArgsType()
export class TradeEventsArgs extends listArgs(tradeEventFilter, tradeEventOrder) {}

@ArgsType()
export class TradeEventArgs {
  @Field(() => ID, { nullable: true, description: 'The id. Give either this or the slug.' }) id?: string;
  @Field(() => String, { nullable: true, description: 'The slug. Give either this or the id.' }) slug?: string;
}
