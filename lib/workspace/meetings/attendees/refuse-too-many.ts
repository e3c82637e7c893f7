import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { MOST_ATTENDEES } from "./schema";

/** Throws `invalid` if a meeting would have more attendees than its lists and its minutes have room for. */
export function refuseTooMany(attendees: number): void {
  if (attendees > MOST_ATTENDEES) throw invalidField("people", t("A meeting can have up to 200 attendees."));
}
