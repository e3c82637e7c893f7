import { Status } from "@/components/ui/status";
import type { ImportOutcome } from "@/lib/staff/import/schema";

const marks = {
  ready: { tone: "accent", label: "Will be created" },
  exists: { tone: "neutral", label: "Already exists" },
  invalid: { tone: "danger", label: "Error" },
  created: { tone: "success", label: "Created" },
  failed: { tone: "danger", label: "Failed" },
} as const;

export function OutcomeMark({ value }: { value: ImportOutcome }) {
  return <Status tone={marks[value].tone}>{marks[value].label}</Status>;
}
