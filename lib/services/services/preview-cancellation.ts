import { z } from "zod";
import { amountDue } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { periodsAhead, type RunningService, type UnusedTime, unusedTime } from "@/lib/billing/core/pricing/unused-time";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { money } from "@/lib/platform/kernel/money";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { type Cancellation, cancellation } from "@/lib/services/services/schema";

/** The consequences of cancelling, shown before confirmation. */
export const previewCancellation = defineQuery({
  name: "services.preview-cancellation",
  permission: "services.cancel",
  scope: "account",
  alsoChecks: ["billing.prices.view"],
  summary: "Preview what cancelling a service would do",
  activity: "preview a cancellation",
  input: z.object({ serviceId: id }),
  output: cancellation,
  http: { method: "GET", path: "/accounts/{accountId}/services/{serviceId}/cancellation" },
  async run(context, { serviceId }) {
    const service = await context.db.service.findFirst({
      where: accessibleWhere(context, "services.cancel", { id: serviceId }),
      select: {
        id: true,
        name: true,
        status: true,
        interval: true,
        startedAt: true,
        periodStart: true,
        billingDay: true,
        renewsAt: true,
        cancelAtPeriodEnd: true,
        version: true,
        product: { select: { name: true } },
        _count: { select: { credentials: true } },
      },
    });
    if (service === null) throw notFound(t("Service not found."));
    const { product, _count, renewsAt, name, status, version } = service;
    return {
      id: serviceId,
      name,
      status,
      product: product.name,
      renewsAt: isoOrNull(renewsAt),
      endsAt: service.cancelAtPeriodEnd ? isoOrNull(renewsAt) : null,
      loginCount: _count.credentials,
      openTicketCount: await openTickets(context, serviceId),
      limitedContacts: await limitedTo(context, serviceId),
      ...(can(context.viewer, "billing.prices.view", service) ? { unused: await givenBack(context, service) } : {}),
      openInvoices: await stillOwed(context, serviceId),
      version,
    };
  },
});

async function givenBack(context: Context<"account">, service: RunningService): Promise<Cancellation["unused"]> {
  const parts: UnusedTime[] = [];
  for (const period of periodsAhead(service, context.now)) {
    const unused = await unusedTime(context, period);
    if (unused !== null) parts.push(unused);
  }
  const [first] = parts;
  if (first === undefined) return null;
  return {
    daysLeft: parts.reduce((sum, { daysLeft }) => sum + daysLeft, 0),
    daysIn: parts.reduce((sum, { daysIn }) => sum + daysIn, 0),
    credited: money(
      parts.reduce((sum, { totalMinor }) => sum + totalMinor, 0n),
      first.currency,
    ),
  };
}

/** A service that isn't set up has its first invoice voided instead, so that isn't included. */
async function stillOwed(context: Context<"account">, serviceId: string): Promise<Cancellation["openInvoices"]> {
  const invoices = await context.db.invoice.findMany({
    where: accessibleWhere(context, "billing.invoices.view", {
      status: "open" as const,
      lines: { some: { serviceId } },
      orders: { none: { serviceId, status: "placed" as const } },
    }),
    select: {
      id: true,
      number: true,
      status: true,
      totalMinor: true,
      paidMinor: true,
      creditedMinor: true,
      currency: true,
    },
    orderBy: { issuedAt: "asc" },
  });
  return invoices.map((one) => ({ id: one.id, number: one.number, due: money(amountDue(one), one.currency) }));
}

const openTickets = (context: Context<"account">, serviceId: string): Promise<number> =>
  context.db.ticket.count({
    where: accessibleWhere(context, "support.tickets.view", { serviceId, status: { not: "closed" as const } }),
  });

/** People who would be left without any service they can see. */
async function limitedTo(context: Context<"account">, serviceId: string): Promise<string[]> {
  const contacts = await context.db.contact.findMany({
    where: {
      accountId: context.account.id,
      limitedToServices: true,
      status: { not: "removed" },
      serviceLimits: { some: { serviceId }, every: { serviceId } },
    },
    select: { name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return contacts.map(({ name }) => name);
}
