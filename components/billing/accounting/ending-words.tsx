import { Money } from "@/components/ui/money";
import type { ManagedInvoice } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { EndingPanelProps } from "./ending-panel";

type Words = Pick<EndingPanelProps, "title" | "consequences" | "submitLabel" | "withReason">;

export const deletingADraft = (): Words => ({
  title: t("Delete draft"),
  consequences: [
    {
      key: "gone",
      text: t("The draft is deleted permanently. It has no number yet, so the numbering stays complete."),
    },
  ],
  submitLabel: t("Delete draft"),
  withReason: false,
});

export const voiding = ({ number, due }: ManagedInvoice, format: ViewerFormat): Words => ({
  title: t("Void invoice@@act"),
  consequences: [
    {
      key: "nothing",
      text: rich("The amount due of {amount} is cancelled.", { amount: <Money value={due} format={format} /> }),
    },
    {
      key: "number",
      text: t("{number} stays in the list as void, and its number isn't reused.", { number: number ?? "" }),
    },
    { key: "told", text: t("Everyone who received it is told not to pay it.") },
    { key: "again", text: t("Its charges can be invoiced again. This can't be undone.") },
  ],
  submitLabel: t("Void invoice@@act"),
});

export const writingOff = ({ due }: ManagedInvoice, format: ViewerFormat): Words => ({
  title: t("Write off invoice"),
  consequences: [
    {
      key: "loss",
      text: (
        <>
          {rich("{amount} is booked as bad debt, and reminders stop.", {
            amount: <Money value={due} format={format} />,
          })}
        </>
      ),
    },
    { key: "later", text: t("If the customer pays later, the bad debt is reduced by that amount.") },
  ],
  submitLabel: t("Write off invoice"),
});
