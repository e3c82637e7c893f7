import { z } from "zod";
import { standingOf } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { redraftInvoice } from "@/lib/billing/core/invoicing/redraft-invoice";
import { endOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { id, version } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { draftInput, toDraft } from "./draft-input";
import { seenRecord, stateOf } from "./managed-record";
import { invoiceState } from "./schema";

export const editDraft = defineCommand({
  name: "invoices.edit-draft",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "Edit a draft invoice",
  activity: "edit a draft invoice",
  input: z.object({ invoiceId: id, version, ...draftInput }),
  output: invoiceState,
  http: { method: "PUT", path: "/accounts/{accountId}/invoices/{invoiceId}" },
  async run(context, { invoiceId, version: seen, ...draft }) {
    const { db, account } = context;
    await seenRecord(context, { invoiceId, version: seen });
    await redraftInvoice(context, invoiceId, seen, toDraft(draft));
    await db.invoice.updateMany({
      where: { accountId: account.id, id: invoiceId },
      data: { dueAt: endOfDayUtc(draft.dueOn) },
    });
    const { status, dueAt, ...after } = await stateOf(context, invoiceId);
    return {
      output: { ...after, standing: standingOf({ status, dueAt }, context.now) },
      audit: { summary: say("Edited a draft invoice"), target: { type: "invoice", id: invoiceId } },
    };
  },
});
