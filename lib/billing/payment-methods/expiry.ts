import { invalidField } from "@/lib/platform/kernel/problem";

/** "04 / 31" or "04/2031" as a month. Throws `invalid` for what is none, or is over. */
export function readExpiry(text: string, now: Date): { expMonth: number; expYear: number } {
  const [, month, year] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{2}|\d{4})\s*$/.exec(text) ?? [];
  const expMonth = Number(month);
  const expYear = year?.length === 2 ? 2000 + Number(year) : Number(year);
  if (month === undefined || expMonth < 1 || expMonth > 12) {
    throw invalidField("expiry", "Write month and year as on the card, like 04/31.");
  }
  const monthsLeft = (expYear - now.getUTCFullYear()) * 12 + expMonth - (now.getUTCMonth() + 1);
  if (monthsLeft < 0) throw invalidField("expiry", "This card has expired.");
  if (monthsLeft > 240) throw invalidField("expiry", "Cards do not last that long: check the year.");
  return { expMonth, expYear };
}
