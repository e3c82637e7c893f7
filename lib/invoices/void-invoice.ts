import { z } from "zod";
import { defineCommand } from "@/lib/access/operation";
import { standingOf } from "@/lib/billing/invoice-lifecycle";
import { voidInvoice } from "@/lib/billing/void-invoice";
import { id, version } from "@/lib/kernel/ids";
import { reason } from "@/lib/kernel/reason";
import { seenRecord, stateOf } from "./managed-record";
import { invoiceState } from "./schema";

export const voidInvoiceByStaff = defineCommand({
  name: "invoices.void",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "Take back an issued invoice as if it had never been owed",
  input: z.object({ invoiceId: id, version, reason }),
  output: invoiceState,
  http: { method: "POST", path: "/accounts/{accountId}/invoices/{invoiceId}/void" },
  async run(context, { reason: why, ...asked }) {
    const { id: invoiceId, number } = await seenRecord(context, asked);
    await voidInvoice(context, invoiceId);
    const { status, dueAt, ...after } = await stateOf(context, invoiceId);
    return {
      output: { ...after, standing: standingOf({ status, dueAt }, context.now) },
      audit: {
        summary: `Voided the invoice ${number}`,
        target: { type: "invoice", id: invoiceId },
        details: { reason: why },
      },
    };
  },
});
