import { z } from "zod";
import { standingOf } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { voidInvoice } from "@/lib/billing/core/invoicing/void-invoice";
import { id, version } from "@/lib/platform/kernel/ids";
import { reason } from "@/lib/platform/kernel/reason";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { seenRecord, stateOf } from "./managed-record";
import { invoiceState } from "./schema";

export const voidInvoiceByStaff = defineCommand({
  name: "invoices.void",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "Void an issued invoice",
  activity: "void an invoice",
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
        summary: say("Voided invoice {number}", { number: number ?? "" }),
        target: { type: "invoice", id: invoiceId },
        details: { reason: why },
      },
    };
  },
});
