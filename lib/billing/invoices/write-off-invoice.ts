import { z } from "zod";
import { standingOf } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { writeOffInvoice } from "@/lib/billing/core/invoicing/write-off-invoice";
import { id, version } from "@/lib/platform/kernel/ids";
import { reason } from "@/lib/platform/kernel/reason";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { seenRecord, stateOf } from "./managed-record";
import { invoiceState } from "./schema";

export const writeOffInvoiceByStaff = defineCommand({
  name: "invoices.write-off",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "Write off the amount due on an invoice",
  activity: "write off an invoice",
  input: z.object({ invoiceId: id, version, reason }),
  output: invoiceState,
  http: { method: "POST", path: "/accounts/{accountId}/invoices/{invoiceId}/write-off" },
  async run(context, { reason: why, ...asked }) {
    const { id: invoiceId, number } = await seenRecord(context, asked);
    await writeOffInvoice(context, invoiceId);
    const { status, dueAt, ...after } = await stateOf(context, invoiceId);
    return {
      output: { ...after, standing: standingOf({ status, dueAt }, context.now) },
      audit: {
        summary: say("Wrote off invoice {number}", { number: number ?? "" }),
        target: { type: "invoice", id: invoiceId },
        details: { reason: why },
      },
    };
  },
});
