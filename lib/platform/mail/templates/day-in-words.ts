/** A day as mails write it: "3 March 2026", in UTC because a mail does not know its reader's zone. */
export const dayInWords = (at: Date): string =>
  at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
