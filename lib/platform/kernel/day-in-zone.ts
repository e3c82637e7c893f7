const DAY_MS = 86_400_000;

/**
 * The moment at which a calendar day begins in a time zone. Where clocks jump over midnight, the day begins when they
 * have jumped.
 *
 * @param day `YYYY-MM-DD`
 * @param timeZone IANA name
 */
export const startOfDay = (day: string, timeZone: string): Date => beginning(midnightUtc(day), timeZone);

/** The moment at which the day after `day` begins. */
export const endOfDay = (day: string, timeZone: string): Date => beginning(midnightUtc(day) + DAY_MS, timeZone);

const midnightUtc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** With a change of clocks near, midnight by the offset before it or by the one after: the first that is on the day. */
function beginning(midnight: number, timeZone: string): Date {
  const candidates = [midnight - DAY_MS, midnight + DAY_MS].map((near) => midnight - offsetAt(near, timeZone));
  const onTheDay = candidates.filter((at) => Math.floor((at + offsetAt(at, timeZone)) / DAY_MS) * DAY_MS === midnight);
  return new Date(Math.min(...(onTheDay.length > 0 ? onTheDay : candidates)));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const formatter = formatters.get(timeZone) ?? new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  formatters.set(timeZone, formatter);
  const name = formatter.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours = "0", minutes = "0"] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
