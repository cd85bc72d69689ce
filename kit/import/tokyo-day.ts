const DAY_MS = 86_400_000;
/** Japan is nine hours ahead of UTC all year; it has had no summer time since 1951. */
const AHEAD_MS = 9 * 3_600_000;

let day = { text: '', from: 0, until: 0 };

/** The day in Tokyo, in ISO 8601: the latest day in the corridor's working hours. It is asked for in each cell of a file, and counted once a day. */
export function todayInTokyo(): string {
  const now = Date.now();
  if (now < day.from || now >= day.until) day = dayAt(now);
  return day.text;
}

function dayAt(now: number) {
  const from = Math.floor((now + AHEAD_MS) / DAY_MS) * DAY_MS - AHEAD_MS;
  return { text: new Date(from + AHEAD_MS).toISOString().slice(0, 10), from, until: from + DAY_MS };
}
