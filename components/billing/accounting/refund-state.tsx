import { Status } from "@/components/ui/status";

const states = {
  processing: { tone: "warning", label: "On its way" },
  succeeded: { tone: "success", label: "Paid back" },
  failed: { tone: "danger", label: "Failed, now credit" },
} as const;

/** What became of a refund. */
export function RefundState({ status }: { status: keyof typeof states }) {
  const { tone, label } = states[status];
  return <Status tone={tone}>{label}</Status>;
}
