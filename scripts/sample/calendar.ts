const FIRST_YEAR = 1950;
const YEARS_AHEAD = 10;
const DAY_MS = 86_400_000;

/** Days as whole numbers, which are quick to count with; their texts are made once and then looked up. */
export class Calendar {
  readonly today: number;
  readonly #texts: string[] = [];
  readonly #monthOf: number[] = [];
  readonly #firstOfMonth: number[] = [];

  /** @throws RangeError if `today` is no ISO 8601 date */
  constructor(today: string) {
    const first = Date.UTC(FIRST_YEAR, 0, 1);
    const end = Date.UTC(Number(today.slice(0, 4)) + YEARS_AHEAD, 11, 31);
    for (let time = first; time <= end; time += DAY_MS) {
      const text = new Date(time).toISOString().slice(0, 10);
      if (text.endsWith('-01')) this.#firstOfMonth.push(this.#texts.length);
      this.#monthOf.push(this.#firstOfMonth.length - 1);
      this.#texts.push(text);
    }
    this.today = this.day(today);
  }

  /** @throws RangeError */
  day(text: string): number {
    const day = (Date.parse(text) - Date.UTC(FIRST_YEAR, 0, 1)) / DAY_MS;
    if (this.#texts[day] !== text) throw new RangeError(`${text} is no ISO 8601 date after ${FIRST_YEAR}`);
    return day;
  }

  /** The day in ISO 8601; the empty text for none. */
  text(day: number | undefined): string {
    return day === undefined ? '' : (this.#texts[day] as string);
  }

  year(day: number): number {
    return FIRST_YEAR + Math.floor((this.#monthOf[day] as number) / 12);
  }

  /** The same day of a later month, or the last day of that month where it has no such day. */
  plusMonths(day: number, months: number): number {
    const month = this.#monthOf[day] as number;
    const target = this.#firstOfMonth[month + months] as number;
    const next = this.#firstOfMonth[month + months + 1] as number;
    return Math.min(target + day - (this.#firstOfMonth[month] as number), next - 1);
  }

  /** Whole months from one day to a later one. */
  monthsBetween(from: number, to: number): number {
    const months = (this.#monthOf[to] as number) - (this.#monthOf[from] as number);
    return this.plusMonths(from, months) > to ? months - 1 : months;
  }
}
