import { currentLocale } from "@/lib/platform/language/with-language";

/** A day as shown in mails: "3 March 2026", in UTC because the reader's zone isn't known. */
export const dayInWords = (at: Date): string =>
  at.toLocaleDateString(currentLocale(), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
