import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { InvoiceHead } from "@/lib/billing/invoices/schema";

type Standing = InvoiceHead["standing"];

export const standingLabels: Record<Standing, string> = {
  draft: "Draft",
  open: "Open",
  overdue: "Overdue",
  paid: "Paid",
  void: "Void",
  uncollectible: "Written off",
};

const tones: Record<Standing, Tone> = {
  draft: "neutral",
  open: "accent",
  overdue: "danger",
  paid: "success",
  void: "neutral",
  uncollectible: "neutral",
};

export function InvoiceStanding({ standing }: { standing: Standing }) {
  return (
    <Status tone={tones[standing]}>
      {standing === "overdue" ? (
        <span className="font-semibold text-danger-text">{standingLabels[standing]}</span>
      ) : (
        standingLabels[standing]
      )}
    </Status>
  );
}
