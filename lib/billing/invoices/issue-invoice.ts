import { z } from "zod";
import { issueDraft } from "@/lib/billing/core/invoicing/issue-draft";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { id, version } from "@/lib/platform/kernel/ids";
import { money, moneySchema } from "@/lib/platform/kernel/money";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { defineCommand } from "@/lib/platform/operations/operation";
import { type IssuePlan, issuePlan } from "./issue-plan";
import { seenRecord } from "./managed-record";

/**
 * Issues a draft, which makes it due and final. Taxes, discounts and parties are recalculated. To make sure nobody
 * issues figures they haven't seen, it fails if the result differs from the preview, or without a preview from the
 * draft.
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
      .describe(
        "Token from the preview; issuing fails if the invoice would now differ. Omit to issue exactly as drafted",
      ),
  }),
  output: z.object({ id, number: z.string(), total: moneySchema, due: moneySchema.describe("After account credit") }),
  http: { method: "POST", path: "/accounts/{accountId}/invoices/{invoiceId}/issue" },
  once: true,
  async run(context, asked) {
    const draft = await seenRecord(context, asked);
    if (draft.status !== "draft") throw new Problem("conflict", t("Only a draft can be issued."));
    const plan = await issuePlan(context, draft.id);
    const unseen = asked.seen === undefined ? plan.changes.length > 0 : asked.seen !== plan.seen;
    if (unseen) throw changed(plan);
    const { number, totalMinor, dueMinor, currency } = await issueDraft(context, draft.id, plan.dueAt);
    return {
      output: { id: draft.id, number, total: money(totalMinor, currency), due: money(dueMinor, currency) },
      audit: {
        summary: say("Issued invoice {number} to {name}", { number, name: context.account.name }),
        target: { type: "invoice", id: draft.id },
        ...(plan.changes.length > 0 ? { details: { changedSinceDraft: plan.changesInEnglish } } : {}),
      },
    };
  },
});

function changed({ contents, creditMinor, changes, seen }: IssuePlan): Problem {
  const { totalMinor, taxMinor, currency } = contents.invoice;
  const write = (minor: bigint) => formatMoney(minor, currency, currentLocale());
  return new Problem(
    "conflict",
    t(
      "This invoice has changed since you opened it. It would now be issued for {total} including {tax} tax, of which {due} is due. Review it, then issue it again.",
      { total: write(totalMinor), tax: write(taxMinor), due: write(totalMinor - creditMinor) },
    ),
    { changes, seen },
  );
}
