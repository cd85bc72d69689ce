import { plainForm } from './plain-form.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A time of midnight, which programs write behind a day. */
const MIDNIGHT = /[T ]0?0:00(?::00(?:\.0+)?)?(?:Z| ?AM)?$/i;
/** The year before the first of each era of Japan, by its name and its letter. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988, 昭和: 1925, s: 1925 };

const YEAR_FIRST = /^(\d{4})(?:[-/.年]|(?=\d{4}$))(\d{1,2})(?:[-/.月]|(?=\d{2}$))(\d{1,2})日?$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const MONTH_IN_WORDS = /^(\d{1,2})[-/. ]+([a-z]{3})[a-z]*[-/., ]+(\d{4}|\d{2})$/i;
const MONTH_FIRST = /^([a-z]{3})[a-z]*\.? +(\d{1,2}),? +(\d{4})$/i;
const YEAR_OF_ERA = /^(令和|平成|昭和|[RHS])\.?(\d{1,2}|元)[年./-](\d{1,2})[月./-](\d{1,2})日?$/i;

/** What a day in another writing may mean, for the end of a message: `; did you mean 2025-12-31?` */
export function dayHint(value: string): string {
  const plain = plainForm(value);
  const text = plain.replace(MIDNIGHT, '');
  if (/^[1-9]\d{4}(?:\.\d+)?$/.test(text))
    return '; a spreadsheet keeps days as such numbers: give the column the format yyyy-mm-dd';
  const days = [...new Set(readings(text).flatMap(isoDay))].filter((day) => day !== plain);
  return days.length > 0 ? `; did you mean ${days.join(' or ')}?` : '';
}

type Reading = readonly [year: number, month: number, day: number];

function readings(text: string): Reading[] {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year) return [[Number(year), Number(month), Number(day)]];
  const [, one, other, lastYear] = YEAR_LAST.exec(text) ?? [];
  if (lastYear) {
    return [
      [Number(lastYear), Number(other), Number(one)],
      [Number(lastYear), Number(one), Number(other)],
    ];
  }
  const [, dayOfMonth, name = '', shortYear = ''] = MONTH_IN_WORDS.exec(text) ?? [];
  if (dayOfMonth) return [[fullYear(shortYear), monthOf(name), Number(dayOfMonth)]];
  const [, firstName, secondDay, thirdYear] = MONTH_FIRST.exec(text) ?? [];
  if (firstName) return [[Number(thirdYear), monthOf(firstName), Number(secondDay)]];
  const [, era = '', eraYear, eraMonth, eraDay] = YEAR_OF_ERA.exec(text) ?? [];
  const before = ERAS[era.toLowerCase()];
  if (before === undefined) return [];
  return [[before + (eraYear === '元' ? 1 : Number(eraYear)), Number(eraMonth), Number(eraDay)]];
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

/** As spreadsheets read it: 00 to 29 belong to this century. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 30 ? 2000 : 1900);
}

/** The day as ISO 8601 writes it, where the calendar has it. */
function isoDay([year, month, day]: Reading): string[] {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && year >= 1900 && year <= 2100;
  return isDay ? [date.toISOString().slice(0, 10)] : [];
}
