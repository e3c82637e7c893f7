import { Status } from "@/components/ui/status";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { Availability } from "@/lib/services/catalogue/schema";

const marks = {
  listed: { tone: "success", label: msg("Listed") },
  hidden: { tone: "warning", label: msg("Hidden") },
  archived: { tone: "neutral", label: msg("Archived") },
} as const;

/** Whether customers can see and order a product. */
export function AvailabilityMark({ value }: { value: Availability }) {
  return <Status tone={marks[value].tone}>{t(marks[value].label)}</Status>;
}
