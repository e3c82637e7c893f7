import { z } from "zod";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import { methodLabel } from "@/lib/billing/core/payment-methods/method-label";
import { billedByMonth, billedIn, monthsIn } from "@/lib/billing/core/pricing/billed";
import { addMonths } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { dueOf } from "./invoices-due";
import { nextCharges } from "./next-charges";
import { recentDocuments } from "./recent-documents";
import { type Overview, overview } from "./schema";

/** The account's billing at a glance. Parts the viewer can't see elsewhere are omitted here too. */
export const viewOverview = defineQuery({
  name: "billing.view-overview",
  permission: "billing.overview.view",
  scope: "account",
  summary: "View the balance due, upcoming charges, credit and monthly spend",
  activity: "view the billing overview",
  input: z.object({}),
  output: overview,
  http: { method: "GET", path: "/accounts/{accountId}/billing" },
  async run(context) {
    const { db, account, viewer } = context;
    const { autopay } = await db.account.findUniqueOrThrow({ where: { id: account.id }, select: { autopay: true } });
    return {
      due: canSome(viewer, "billing.invoices.view")
        ? await dueOf(context, autopay)
        : { totals: [], count: 0, first: [] },
      autopay,
      nextCharges: await nextCharges(context, autopay),
      ...(canSome(viewer, "billing.credit.view") ? { credit: await creditOf(context) } : {}),
      ...(canSome(viewer, "billing.payment-methods.view") ? { method: await defaultMethod(context) } : {}),
      spend: await spendOf(context),
      recent: await recentDocuments(context),
    };
  },
});

const creditOf = async (context: Context<"account">) =>
  [...(await creditBalance(context))].map(([currency, minor]) => money(minor, currency));

async function spendOf(context: Context<"account">): Promise<Overview["spend"]> {
  const { now } = context;
  const start = addMonths(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)), -11);
  return billedByMonth(await billedIn(context, start, now), monthsIn(start, now));
}

async function defaultMethod(context: Context<"account">): Promise<Overview["method"]> {
  const found = await context.db.paymentMethod.findFirst({
    where: accessibleWhere(context, "billing.payment-methods.view", { isDefault: true, removedAt: null }),
    select: { kind: true, brand: true, last4: true, expMonth: true, expYear: true },
  });
  if (found === null) return null;
  const { expMonth, expYear } = found;
  const end = expMonth === null || expYear === null ? null : new Date(Date.UTC(expYear, expMonth));
  return { label: methodLabel(found), expired: end !== null && end <= context.now };
}
