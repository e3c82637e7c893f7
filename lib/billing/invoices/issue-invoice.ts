import { z } from "zod";
import { issueDraft } from "@/lib/billing/core/invoicing/issue-draft";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { id, version } from "@/lib/platform/kernel/ids";
import { money, moneySchema } from "@/lib/platform/kernel/money";
import { Problem } from "@/lib/platform/kernel/problem";
import { defineCommand } from "@/lib/platform/operations/operation";
import { type IssuePlan, issuePlan } from "./issue-plan";
import { seenRecord } from "./managed-record";

/**
 * From then on it is owed, and cannot be changed any more. It is worked out as things stand now; nobody issues what they
 * have not seen, so where that differs from what was shown, or without a preview from what the draft says, it is refused.
 */
export const issueInvoice = defineCommand({
  name: "invoices.issue",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "Issue a draft invoice",
  activity: "issue an invoice",
  input: z.object({
    invoiceId: id,
    version,
    seen: z
      .string()
      .max(100)
      .optional()
      .describe("From the preview: the invoice is refused where it would be another by now. Left out: as drafted"),
  }),
  output: z.object({ id, number: z.string(), total: moneySchema, due: moneySchema.describe("After account credit") }),
  http: { method: "POST", path: "/accounts/{accountId}/invoices/{invoiceId}/issue" },
  once: true,
  async run(context, asked) {
    const draft = await seenRecord(context, asked);
    if (draft.status !== "draft") throw new Problem("conflict", "Only a draft can be issued.");
    const plan = await issuePlan(context, draft.id);
    const unseen = asked.seen === undefined ? plan.changes.length > 0 : asked.seen !== plan.seen;
    if (unseen) throw changed(plan);
    const { number, totalMinor, dueMinor, currency } = await issueDraft(context, draft.id, plan.dueAt);
    return {
      output: { id: draft.id, number, total: money(totalMinor, currency), due: money(dueMinor, currency) },
      audit: {
        summary: `Issued the invoice ${number}`,
        target: { type: "invoice", id: draft.id },
        ...(plan.changes.length > 0 ? { details: { changedSinceDraft: plan.changes } } : {}),
      },
    };
  },
});

function changed({ contents, creditMinor, changes, seen }: IssuePlan): Problem {
  const { totalMinor, taxMinor, currency } = contents.invoice;
  const write = (minor: bigint) => formatMoney(minor, currency, "en-GB");
  const now = `${write(totalMinor)} including ${write(taxMinor)} tax, of which ${write(totalMinor - creditMinor)} is due`;
  return new Problem(
    "conflict",
    `This invoice has changed since you saw it. It would now be issued for ${now}. Review it, then issue it again.`,
    { changes, seen },
  );
}
