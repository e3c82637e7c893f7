import { Status } from "@/components/ui/status";

const states = {
  processing: { tone: "warning", label: "Processing" },
  succeeded: { tone: "success", label: "Refunded" },
  failed: { tone: "danger", label: "Failed, credited" },
} as const;

/** The status of a refund. */
export function RefundState({ status }: { status: keyof typeof states }) {
  const { tone, label } = states[status];
  return <Status tone={tone}>{label}</Status>;
}
