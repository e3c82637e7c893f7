import { z } from "zod";
import { amountDue } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { quoteInvoice } from "@/lib/billing/core/invoicing/quote-invoice";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import { discountable } from "@/lib/billing/core/pricing/price-lines";
import { daysIn, daysLeft } from "@/lib/billing/core/pricing/proration";
import { periodOf, type UnusedTime, unusedTime } from "@/lib/billing/core/pricing/unused-time";
import { schedule } from "@/lib/billing/core/renewals/schedule";
import { addDays, iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { lesser, money } from "@/lib/platform/kernel/money";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { presentInvoice } from "@/lib/services/core/present-invoice";
import { term, wantedOptions } from "@/lib/services/core/schema";
import { type PlanPreview, planPreview, planTime } from "@/lib/services/services/schema";
import { type PlanChange, serviceToChange, workOutChange } from "./plan-change";

/** Previews a plan change: what is credited, what is charged now and at the renewal, and when it takes effect. */
export const previewPlan = defineQuery({
  name: "services.preview-plan",
  permission: "services.order",
  scope: "account",
  alsoChecks: ["billing.prices.view"],
  summary: "Preview the cost of a plan change",
  activity: "preview a plan change",
  input: z.object({
    serviceId: id,
    productId: id,
    term: term.optional(),
    options: wantedOptions,
    when: planTime.optional().describe("Defaults to the renewal for a smaller plan and to now for any other"),
  }),
  output: planPreview,
  http: { method: "GET", path: "/accounts/{accountId}/services/{serviceId}/plan-preview" },
  async run(context, { serviceId, ...wanted }) {
    const service = await serviceToChange(context, serviceId);
    const change = await workOutChange(context, service, wanted);
    const { product, plan, when, startsAt } = change;
    const running = periodOf(service) ?? change.period;
    return {
      product: product.name,
      term: plan.interval,
      options: plan.options.map(({ option, name }) => ({
        name: product.options.find(({ slug }) => slug === option)?.name ?? option,
        choice: name,
      })),
      when,
      startsAt: iso(startsAt),
      renewsAt: iso(change.period.end),
      daysLeft: daysLeft(running, context.now),
      daysIn: daysIn(running),
      ...(can(context.viewer, "billing.prices.view", { id: serviceId })
        ? { money: await moneyOf(context, change) }
        : {}),
      version: service.version,
    };
  },
});

async function moneyOf(context: Context<"account">, change: PlanChange): Promise<NonNullable<PlanPreview["money"]>> {
  const { plan, charge, service } = change;
  const { currency, interval } = plan;
  const price = { ...money(plan.priceMinor, currency), interval };
  const renewal = await renewalOf(context, change);
  const none = money(0n, currency);
  if (charge === null) return { price, credited: null, invoice: null, credit: none, due: none, renewal };
  const unused = await unusedTime(context, service);
  const quote = await quoteInvoice(context, { currency, lines: [charge] });
  const total = quote.totals.totalMinor;
  const credit = lesser(await creditAfter(context, unused, currency), total);
  return {
    price,
    credited: unused === null ? null : money(unused.totalMinor, currency),
    invoice: presentInvoice(quote, currency),
    credit: money(credit, currency),
    due: money(total - credit, currency),
    renewal,
  };
}

/** The first renewal, with the tax rates and coupons of the day its invoice is issued. */
async function renewalOf(context: Context<"account">, { product, plan, period, charge }: PlanChange) {
  const { taxCategory, name: description } = product;
  const line = { kind: "recurring", description, quantity: 1, unitMinor: plan.priceMinor, taxCategory } as const;
  const issued = { ...context, now: addDays(period.end, -schedule().leadDays) };
  const usedBefore = charge !== null && discountable(charge) ? 1 : 0;
  const { totals } = await quoteInvoice(issued, { currency: plan.currency, lines: [line] }, { usedBefore });
  return money(totals.totalMinor, plan.currency);
}

/** The account's credit after the unused time is credited, which first reduces the invoice that charged for it. */
async function creditAfter(context: Context<"account">, unused: UnusedTime | null, currency: string): Promise<bigint> {
  const before = (await creditBalance(context)).get(currency) ?? 0n;
  if (unused === null) return before;
  const charged = await context.db.invoice.findUniqueOrThrow({
    where: { accountId_id: { accountId: context.account.id, id: unused.invoiceId } },
  });
  return before + unused.totalMinor - lesser(amountDue(charged), unused.totalMinor);
}
