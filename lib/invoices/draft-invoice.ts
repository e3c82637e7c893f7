import { z } from "zod";
import { defineCommand } from "@/lib/access/operation";
import { draftInvoice } from "@/lib/billing/draft-invoice";
import { lockMoney } from "@/lib/billing/work";
import { endOfDayUtc } from "@/lib/kernel/calendar-day";
import { id } from "@/lib/kernel/ids";
import { draftInput, toDraft } from "./draft-input";

/** Nobody owes a draft, and nobody but staff sees it. */
export const writeDraft = defineCommand({
  name: "invoices.draft",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "Draft an invoice",
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
      audit: { summary: "Drafted an invoice", target: { type: "invoice", id: invoiceId } },
    };
  },
});
