import { Status } from "@/components/ui/status";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { ImportOutcome } from "@/lib/staff/import/schema";

const marks = {
  ready: { tone: "accent", label: msg("Will be created") },
  exists: { tone: "neutral", label: msg("Already exists") },
  invalid: { tone: "danger", label: msg("Error") },
  created: { tone: "success", label: msg("Created") },
  failed: { tone: "danger", label: msg("Failed") },
} as const;

export function OutcomeMark({ value }: { value: ImportOutcome }) {
  return <Status tone={marks[value].tone}>{t(marks[value].label)}</Status>;
}
