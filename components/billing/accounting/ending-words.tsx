import { Money } from "@/components/ui/money";
import type { ManagedInvoice } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { EndingPanelProps } from "./ending-panel";

type Words = Pick<EndingPanelProps, "title" | "consequences" | "submitLabel" | "withReason">;

export const deletingADraft: Words = {
  title: "Delete draft",
  consequences: [
    { key: "gone", text: "The draft is deleted permanently. It has no number yet, so the numbering stays complete." },
  ],
  submitLabel: "Delete draft",
  withReason: false,
};

export const voiding = ({ number, due }: ManagedInvoice, format: ViewerFormat): Words => ({
  title: "Void invoice",
  consequences: [
    {
      key: "nothing",
      text: (
        <>
          The amount due of <Money value={due} format={format} /> is cancelled.
        </>
      ),
    },
    { key: "number", text: `${number} stays in the list as void, and its number isn't reused.` },
    { key: "told", text: "Everyone who received it is told not to pay it." },
    { key: "again", text: "Its charges can be invoiced again. This can't be undone." },
  ],
  submitLabel: "Void invoice",
});

export const writingOff = ({ due }: ManagedInvoice, format: ViewerFormat): Words => ({
  title: "Write off invoice",
  consequences: [
    {
      key: "loss",
      text: (
        <>
          <Money value={due} format={format} /> is booked as bad debt, and reminders stop.
        </>
      ),
    },
    { key: "later", text: "If the customer pays later, the bad debt is reduced by that amount." },
  ],
  submitLabel: "Write off invoice",
});
