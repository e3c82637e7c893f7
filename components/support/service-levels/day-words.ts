import { msg, type Sentence } from "@/lib/platform/language/msg";
import type { Day } from "@/lib/support/service-levels/schema";

export const dayWords: Record<Day, Sentence> = {
  monday: msg("Monday"),
  tuesday: msg("Tuesday"),
  wednesday: msg("Wednesday"),
  thursday: msg("Thursday"),
  friday: msg("Friday"),
  saturday: msg("Saturday"),
  sunday: msg("Sunday"),
};
