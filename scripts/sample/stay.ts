import type { Calendar } from './calendar.js';
import type { Story } from './story.js';

const MONTHS_A_PERIOD = 12;
const SSW1_MONTHS = 60;

/** The day on which five years of SSW(i) are used up; none for another status of residence. */
export function ssw1LimitOf(calendar: Calendar, { status, startedOn, ssw1MonthsBefore }: Story): number | undefined {
  if (status !== 'SSW1' || startedOn === undefined) return undefined;
  return calendar.plusMonths(startedOn, SSW1_MONTHS - ssw1MonthsBefore);
}

/** The anniversaries before a day, on each of which another year of stay began. */
export function yearsBegun(calendar: Calendar, startedOn: number, until: number): number[] {
  const years = Math.floor(calendar.monthsBetween(startedOn, until) / MONTHS_A_PERIOD);
  return Array.from({ length: years }, (_, year) => calendar.plusMonths(startedOn, (year + 1) * MONTHS_A_PERIOD));
}

/** The day until which a worker may stay: the end of the year of stay that runs or ran last, within the limit of the status. */
export function residenceUntil(calendar: Calendar, story: Story): number | undefined {
  if (story.startedOn === undefined) return undefined;
  const years = yearsBegun(calendar, story.startedOn, story.endedOn ?? calendar.today).length + 1;
  const end = calendar.plusMonths(story.startedOn, years * MONTHS_A_PERIOD);
  return Math.min(end, ssw1LimitOf(calendar, story) ?? end);
}
