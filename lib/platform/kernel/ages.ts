import { msg, type Sentence } from "@/lib/platform/language/msg";

/** How late: `current` is not due yet, the others are days past the due date. */
export const ages = ["current", "to30", "to60", "to90", "over90"] as const;
export const ageLabels = {
  current: msg("Not due yet"),
  to30: msg("1–30 days"),
  to60: msg("31–60 days"),
  to90: msg("61–90 days"),
  over90: msg("Over 90 days"),
} as const satisfies Record<(typeof ages)[number], Sentence>;

export type Age = (typeof ages)[number];
