import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { PaymentHead } from "@/lib/billing/payments/schema";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const looks: Record<PaymentHead["status"], { label: Sentence; tone: Tone }> = {
  processing: { label: msg("Processing"), tone: "accent" },
  actionRequired: { label: msg("Needs confirmation"), tone: "warning" },
  succeeded: { label: msg("Paid"), tone: "success" },
  failed: { label: msg("Failed"), tone: "danger" },
  cancelled: { label: msg("Cancelled@@payment"), tone: "neutral" },
};

export function PaymentStatus({ status }: { status: PaymentHead["status"] }) {
  return <Status tone={looks[status].tone}>{t(looks[status].label)}</Status>;
}
