import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { money } from "@/lib/platform/kernel/money";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { issuePlan } from "./issue-plan";
import { managedRecord } from "./managed-record";
import { type IssuePreview, issuePreview } from "./schema";

/** Previews issuing, which recalculates the draft: the resulting invoice and what changed. */
export const previewIssue = defineQuery({
  name: "invoices.preview-issue",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "Preview issuing a draft: what changed since it was drafted",
  activity: "preview issuing an invoice",
  input: z.object({ invoiceId: id }),
  output: issuePreview,
  http: { method: "GET", path: "/accounts/{accountId}/invoices/{invoiceId}/issue-preview" },
  async run(context, { invoiceId }) {
    const { status } = await managedRecord(context, invoiceId);
    if (status !== "draft") throw new Problem("conflict", t("Only a draft can be issued."));
    try {
      return { obstacle: null, ...(await planOf(context, invoiceId)) };
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "conflict") throw error;
      return { obstacle: error.detail };
    }
  },
});

async function planOf(
  context: Context<"account">,
  invoiceId: string,
): Promise<Pick<IssuePreview, "plan" | "changes" | "seen">> {
  const { contents, parties, creditMinor, dueAt, changes, seen } = await issuePlan(context, invoiceId);
  const { currency, subtotalMinor, taxMinor, totalMinor, reverseCharge } = contents.invoice;
  const amount = (minor: bigint) => money(minor, currency);
  return {
    plan: {
      subtotal: amount(subtotalMinor),
      tax: amount(taxMinor),
      taxes: contents.taxes.map(({ basisPoints, netMinor, taxMinor: at }) => ({
        basisPoints,
        net: amount(netMinor),
        tax: amount(at),
      })),
      reverseCharge,
      total: amount(totalMinor),
      credit: amount(creditMinor),
      due: amount(totalMinor - creditMinor),
      dueAt: iso(dueAt),
      buyer: contents.invoice.buyer,
      accountCurrency: parties.buyer.currency,
    },
    changes: [...changes],
    seen,
  };
}
