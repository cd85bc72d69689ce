import { sql } from 'kysely';

/** Today in UTC: the day against which every elapsed time of the hub is counted. */
export const TODAY = sql`(now() at time zone 'utc')::date`;
