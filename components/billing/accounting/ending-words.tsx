import { Money } from "@/components/ui/money";
import type { ManagedInvoice } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { EndingPanelProps } from "./ending-panel";

type Words = Pick<EndingPanelProps, "title" | "consequences" | "submitLabel" | "withReason">;

export const deletingADraft: Words = {
  title: "Delete the draft",
  consequences: [{ key: "gone", text: "It is gone for good. It has no number yet, so none will be missing." }],
  submitLabel: "Delete the draft",
  withReason: false,
};

export const voiding = ({ number, due }: ManagedInvoice, format: ViewerFormat): Words => ({
  title: "Void it",
  consequences: [
    {
      key: "nothing",
      text: (
        <>
          Nothing of it is owed any more: <Money value={due} format={format} /> less.
        </>
      ),
    },
    { key: "number", text: `${number} stays in the list as void, and the number is not given again.` },
    { key: "told", text: "Those who were sent it are told not to pay it." },
    { key: "again", text: "What it billed can be invoiced once more. This cannot be undone." },
  ],
  submitLabel: "Void the invoice",
});

export const writingOff = ({ due }: ManagedInvoice, format: ViewerFormat): Words => ({
  title: "Write it off",
  consequences: [
    {
      key: "loss",
      text: (
        <>
          <Money value={due} format={format} /> become a loss, and nobody is reminded of them any more.
        </>
      ),
    },
    { key: "later", text: "Should the customer pay after all, the loss is taken back by as much." },
  ],
  submitLabel: "Write it off",
});
