import { currentLocale } from "@/lib/platform/language/with-language";

/** An instant as shown in mails: "3 March 2026, 14:05 UTC", because the reader's zone isn't known. */
export const momentInWords = (at: Date): string =>
  `${at.toLocaleString(currentLocale(), { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).replace(/ (?:at|um) /, ", ")} UTC`;
