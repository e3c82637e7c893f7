import { z } from "zod";
import { takeBackOrder } from "@/lib/billing/core/orders/take-back-order";
import { creditUnusedTime, periodsAhead } from "@/lib/billing/core/pricing/unused-time";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { noJson } from "@/lib/platform/db/no-json";
import { isoDateTime, isoOrNull } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { invalidField, notFound, Problem, staleVersion } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { statusAfter } from "@/lib/services/core/lifecycle";
import { serviceStatus } from "@/lib/services/core/schema";
import { endTime } from "@/lib/services/services/schema";
import { notifyServiceEnd } from "./notify-service-end";
import { stopService } from "./stop-service";

const input = z.object({
  serviceId: id,
  when: endTime.default("now"),
  confirmName: z.string().max(200).describe("The exact name of the service"),
  reason: z.string().trim().max(500, issue("A reason can have up to 500 characters.")).default(""),
  version,
});

/**
 * The account owner alone (both policy documents). Now: final; login details are deleted, the unused part of the
 * period is credited, and an unpaid first invoice is voided. At the period's end: can be undone until then.
 */
export const cancelService = defineCommand({
  name: "services.cancel",
  permission: "services.cancel",
  scope: "account",
  summary: "Cancel a service, immediately or at the end of its period",
  activity: "cancel a service",
  lockAccount: true,
  input,
  output: z.object({ id, status: serviceStatus, endsAt: isoDateTime.nullable(), version }),
  http: { method: "POST", path: "/accounts/{accountId}/services/{serviceId}/cancel" },
  async run(context, { serviceId, when, confirmName, reason, version: seen }) {
    const service = await context.db.service.findFirst({
      where: accessibleWhere(context, "services.cancel", { id: serviceId }),
      select: fields,
    });
    if (service === null) throw notFound(t("Service not found."));
    if (statusAfter(service.status, "cancel") === null) {
      throw new Problem("conflict", t("This service is already cancelled."));
    }
    if (confirmName !== service.name) {
      throw invalidField("confirmName", t("Type the service name exactly as shown."));
    }
    const known = { service, reason, seen };
    const endsAt = when === "now" ? await cancelNow(context, known) : await cancelLater(context, known);
    await notifyServiceEnd(context, {
      serviceId,
      serviceName: service.name,
      productName: service.product.name,
      cancelledBy: context.actor.name,
      reason,
      ...(endsAt === null ? {} : { endsAt }),
    });
    return {
      output: {
        id: serviceId,
        status: endsAt === null ? "cancelled" : service.status,
        endsAt: isoOrNull(endsAt),
        version: seen + 1,
      },
      audit: {
        summary:
          endsAt === null
            ? say("Cancelled the service {name}", { name: service.name })
            : say("Cancelled the service {name}, effective at the end of the billing period", { name: service.name }),
        target: { type: "service", id: serviceId },
        details: { reason: reason === "" ? null : reason },
      },
    };
  },
});

const fields = {
  id: true,
  name: true,
  status: true,
  interval: true,
  startedAt: true,
  periodStart: true,
  billingDay: true,
  renewsAt: true,
  cancelAtPeriodEnd: true,
  product: { select: { name: true } },
  orders: { where: { status: "placed" }, select: { id: true, invoiceId: true } },
} satisfies Prisma.ServiceSelect;

interface Known {
  readonly service: Prisma.ServiceGetPayload<{ select: typeof fields }>;
  readonly reason: string;
  /** The version the viewer saw. */
  readonly seen: number;
}

async function cancelNow(context: Context<"account">, { service, reason, seen }: Known): Promise<null> {
  if (!(await stopService(context, { serviceId: service.id, version: seen, reason }))) throw staleVersion();
  const note = { reason: t("Service cancelled"), issuedByName: context.actor.name };
  for (const period of periodsAhead(service, context.now)) await creditUnusedTime(context, period, note);
  for (const { id: orderId, invoiceId } of service.orders) {
    if (invoiceId !== null) await takeBackOrder(context, invoiceId, note);
    await context.db.order.updateMany({
      where: { accountId: context.account.id, id: orderId, status: "placed" },
      data: { status: "cancelled" },
    });
  }
  return null;
}

async function cancelLater(context: Context<"account">, { service, reason, seen }: Known): Promise<Date> {
  const { id: serviceId, renewsAt, cancelAtPeriodEnd, status } = service;
  if (status === "pending" || renewsAt === null) {
    throw invalidField("when", t("This service has no billing period, so it can only be cancelled now."));
  }
  if (cancelAtPeriodEnd) throw new Problem("conflict", t("Cancellation is already scheduled."));
  const { count } = await context.db.service.updateMany({
    where: accessibleWhere(context, "services.cancel", { id: serviceId, version: seen, renewsAt }),
    data: {
      cancelAtPeriodEnd: true,
      cancelReason: reason === "" ? null : reason,
      nextPlan: noJson,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw staleVersion();
  return renewsAt;
}
