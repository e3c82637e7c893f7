/** A moment as mails write it: "3 March 2026, 14:05 UTC", because a mail does not know its reader's zone. */
export const momentInWords = (at: Date): string =>
  `${at.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).replace(" at ", ", ")} UTC`;
