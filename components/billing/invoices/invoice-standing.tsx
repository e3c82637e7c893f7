import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { InvoiceHead } from "@/lib/billing/invoices/schema";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

type Standing = InvoiceHead["standing"];

export const standingLabels: Record<Standing, Sentence> = {
  draft: msg("Draft"),
  open: msg("Open@@invoice"),
  overdue: msg("Overdue"),
  paid: msg("Paid"),
  void: msg("Void@@invoice"),
  uncollectible: msg("Written off"),
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
        <span className="font-semibold text-danger-text">{t(standingLabels[standing])}</span>
      ) : (
        t(standingLabels[standing])
      )}
    </Status>
  );
}
