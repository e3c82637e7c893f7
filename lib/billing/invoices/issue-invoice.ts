import { z } from "zod";
import { issueDraft } from "@/lib/billing/core/invoicing/issue-draft";
import { addDays } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { money, moneySchema } from "@/lib/platform/kernel/money";
import { Problem } from "@/lib/platform/kernel/problem";
import { defineCommand } from "@/lib/platform/operations/operation";
import { seenRecord } from "./managed-record";

const DAYS_TO_PAY = 14;

/** From then on it is owed, and cannot be changed any more. A due date that has passed is not taken over. */
export const issueInvoice = defineCommand({
  name: "invoices.issue",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "Issue the draft of an invoice",
  input: z.object({ invoiceId: id, version }),
  output: z.object({ id, number: z.string(), total: moneySchema, due: moneySchema.describe("After account credit") }),
  http: { method: "POST", path: "/accounts/{accountId}/invoices/{invoiceId}/issue" },
  once: true,
  async run(context, asked) {
    const draft = await seenRecord(context, asked);
    if (draft.status !== "draft") throw new Problem("conflict", "Only a draft can be issued.");
    const { now } = context;
    const dueAt = draft.dueAt !== null && draft.dueAt > now ? draft.dueAt : addDays(now, DAYS_TO_PAY);
    const { number, totalMinor, dueMinor, currency } = await issueDraft(context, draft.id, dueAt);
    return {
      output: { id: draft.id, number, total: money(totalMinor, currency), due: money(dueMinor, currency) },
      audit: { summary: `Issued the invoice ${number}`, target: { type: "invoice", id: draft.id } },
    };
  },
});
