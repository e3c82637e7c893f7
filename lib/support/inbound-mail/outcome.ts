/** What became of a mail. Every mail ends in exactly one, with one sentence why. */
export const mailOutcomes = [
  "joined",
  "opened",
  "requested",
  "waiting",
  "refused",
  "loop",
  "bounce",
  "autoReply",
  "duplicate",
  "tooLarge",
  "malformed",
] as const;
export type MailOutcome = (typeof mailOutcomes)[number];
