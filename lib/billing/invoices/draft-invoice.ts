import { z } from "zod";
import { lockMoney } from "@/lib/billing/core/billing-context";
import { draftInvoice } from "@/lib/billing/core/invoicing/draft-invoice";
import { endOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { draftInput, toDraft } from "./draft-input";

/** A draft isn't due, and only staff can see it. */
export const writeDraft = defineCommand({
  name: "invoices.create-draft",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "Draft an invoice",
  activity: "draft an invoice",
  input: z.object(draftInput),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/invoices", status: 201 },
  once: true,
  async run(context, asked) {
    const { db, account } = context;
    await lockMoney(context);
    const invoiceId = await draftInvoice(context, toDraft(asked));
    await db.invoice.updateMany({
      where: { accountId: account.id, id: invoiceId },
      data: { dueAt: endOfDayUtc(asked.dueOn) },
    });
    return {
      output: { id: invoiceId },
      audit: { summary: say("Drafted an invoice"), target: { type: "invoice", id: invoiceId } },
    };
  },
});
