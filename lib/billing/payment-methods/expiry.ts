import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** Parses "04 / 31" or "04/2031". Throws `invalid` if it isn't a month or has passed. */
export function readExpiry(text: string, now: Date): { expMonth: number; expYear: number } {
  const [, month, year] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{2}|\d{4})\s*$/.exec(text) ?? [];
  const expMonth = Number(month);
  const expYear = year?.length === 2 ? 2000 + Number(year) : Number(year);
  if (month === undefined || expMonth < 1 || expMonth > 12) {
    throw invalidField("expiry", t("Enter the expiry date as shown on the card, e.g. 04/31."));
  }
  const monthsLeft = (expYear - now.getUTCFullYear()) * 12 + expMonth - (now.getUTCMonth() + 1);
  if (monthsLeft < 0) throw invalidField("expiry", t("This card has expired. Use another card."));
  if (monthsLeft > 240) throw invalidField("expiry", t("This date is too far in the future. Check the year."));
  return { expMonth, expYear };
}
