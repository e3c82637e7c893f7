import { z } from "zod";
import { issue } from "@/lib/platform/language/msg";

/** What clocks show at some place, `HH:MM`, as time fields use it. */
export const clockTime = z.iso.time({ precision: -1, error: issue("Enter a time, such as 09:30.") });

/** A day and a time there, `2026-03-29T18:00`, as fields for both use it. Zod would take a `Z` after it too. */
export const clockDateTime = z.iso
  .datetime({ local: true, precision: -1, error: issue("Enter a date and a time.") })
  .length("2026-03-29T18:00".length, issue("Enter a date and a time."));
