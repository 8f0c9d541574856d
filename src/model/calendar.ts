// Civil dates as day numbers (days since 1970-01-01, proleptic Gregorian): no clock, no time zone, no rounding.

const DAY = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** The day number of a year, month (1–12) and day of the month, without checking that the day exists. */
function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY;
}

/** Reads `YYYY-MM-DD` (years 0001–9999); undefined where the text is no date or the day does not exist. */
export function readDate(text: string): number | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const number = dayNumber(year, month, day);
  return year > 0 && dateText(number) === text ? number : undefined;
}

/** `YYYY-MM-DD` of a day number. */
export function dateText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10).padStart(10, '0');
}

const FIRST = dayNumber(1, 1, 1);
const LAST = dayNumber(9999, 12, 31);

/** The day n days later; undefined outside the years 0001–9999. */
export function addDays(day: number, n: number): number | undefined {
  const sum = day + n;
  return sum >= FIRST && sum <= LAST ? sum : undefined;
}

/** The same day of the month n months later, or the month's last day where that day is lacking; undefined outside 0001–9999. */
export function addMonths(day: number, n: number): number | undefined {
  const from = new Date(day * DAY);
  const month = from.getUTCFullYear() * 12 + from.getUTCMonth() + n;
  const year = Math.floor(month / 12);
  if (year < 1 || year > 9999) return undefined;
  const lastOfMonth = new Date(dayNumber(year, (month % 12) + 2, 0) * DAY).getUTCDate();
  return dayNumber(year, (month % 12) + 1, Math.min(from.getUTCDate(), lastOfMonth));
}

/** The largest n with addMonths(from, n) <= to; undefined where from is after to. */
export function monthsBetween(from: number, to: number): number | undefined {
  if (from > to) return undefined;
  const [a, b] = [new Date(from * DAY), new Date(to * DAY)];
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return (addMonths(from, months) ?? Infinity) <= to ? months : months - 1;
}

/** The largest n with addMonths(from, 12 n) <= to; undefined where from is after to. */
export function yearsBetween(from: number, to: number): number | undefined {
  const months = monthsBetween(from, to);
  return months === undefined ? undefined : Math.floor(months / 12);
}
