import { type BillingContext, lockMoney, type NotifyingContext } from "@/lib/billing/core/billing-context";
import type { IssuedInvoice } from "@/lib/billing/core/invoicing/book-invoice";
import { issueInvoice } from "@/lib/billing/core/invoicing/issue-invoice";
import type { LineToInvoice } from "@/lib/billing/core/pricing/price-lines";
import { noJson } from "@/lib/platform/db/no-json";
import { addDays } from "@/lib/platform/kernel/dates";
import { groupBy } from "@/lib/platform/kernel/group-by";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { planRenewal, type ServiceRenewal } from "./plan-renewal";
import { renewalsDue } from "./renewals-due";
import { dueDate, type Schedule } from "./schedule";

/**
 * Invoices the next period of every service due for renewal, on one invoice per currency, and moves the services to
 * that period. If the job missed several periods, each one is a line. Idempotent.
 *
 * @throws Problem `conflict` if a service was changed concurrently; the next run picks it up.
 */
export async function renewAccount(work: NotifyingContext, schedule: Schedule): Promise<IssuedInvoice[]> {
  await lockMoney(work);
  const { db, account, now } = work;
  const until = addDays(now, schedule.leadDays);
  const services = await db.service.findMany({
    where: { accountId: account.id, ...renewalsDue(until) },
    include: { product: { select: { name: true, taxCategory: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const renewals: ServiceRenewal[] = [];
  for (const service of services) renewals.push(await planRenewal(work, service, until));
  const issued: IssuedInvoice[] = [];
  for (const [currency, ofCurrency] of groupBy(renewals, (one) => one.currency)) {
    const lines: LineToInvoice[] = ofCurrency.flatMap((one) => one.lines);
    const first = new Date(Math.min(...ofCurrency.map(({ firstStart }) => firstStart.getTime())));
    issued.push(await issueInvoice(work, { currency, lines, dueAt: dueDate(schedule, now, first) }));
  }
  for (const renewal of renewals) await moveOn(work, renewal);
  return issued;
}

async function moveOn({ db, account }: BillingContext, { serviceId, version, after }: ServiceRenewal): Promise<void> {
  const { count } = await db.service.updateMany({
    where: { accountId: account.id, id: serviceId, version },
    data: { ...after, nextPlan: noJson, version: { increment: 1 } },
  });
  if (count === 0) throw new Problem("conflict", t("The service was just changed by someone else. Try again."));
}
