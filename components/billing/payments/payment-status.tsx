import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { PaymentHead } from "@/lib/billing/payments/schema";

const looks: Record<PaymentHead["status"], { label: string; tone: Tone }> = {
  processing: { label: "Processing", tone: "accent" },
  actionRequired: { label: "Needs confirmation", tone: "warning" },
  succeeded: { label: "Paid", tone: "success" },
  failed: { label: "Failed", tone: "danger" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

export function PaymentStatus({ status }: { status: PaymentHead["status"] }) {
  return <Status tone={looks[status].tone}>{looks[status].label}</Status>;
}
