import { Status } from "@/components/ui/status";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const states = {
  processing: { tone: "warning", label: msg("Processing") },
  succeeded: { tone: "success", label: msg("Refunded") },
  failed: { tone: "danger", label: msg("Failed, credited") },
} as const;

/** The status of a refund. */
export function RefundState({ status }: { status: keyof typeof states }) {
  const { tone, label } = states[status];
  return <Status tone={tone}>{t(label)}</Status>;
}
