import { z } from "zod";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { deliveryErrorInWords } from "./delivery-error";
import { eventToResend } from "./event-to-resend";
import { deliveryList, MOST_DELIVERIES } from "./schema";

/** What was sent to the provisioning system about a service, and what it answered. */
export const listDeliveries = defineQuery({
  name: "provisioning.list-deliveries",
  permission: "services.set-up",
  scope: "account",
  summary: "List messages to the provisioning system about a service",
  activity: "view the provisioning of a service",
  input: z.object({ serviceId: id }),
  output: deliveryList,
  http: { method: "GET", path: "/accounts/{accountId}/services/{serviceId}/deliveries" },
  run: async (context, { serviceId }) => {
    const { db, account } = context;
    const where = accessibleWhere(context, "services.set-up", { id: serviceId });
    const seen = db.service.findFirst({ where, select: { settingUp: true } });
    const deliveries = db.provisioningDelivery.findMany({
      where: { accountId: account.id, serviceId },
      include: { endpoint: { select: { name: true } } },
      orderBy: { number: "desc" },
      take: MOST_DELIVERIES,
    });
    const [service, found] = await Promise.all([seen, deliveries]);
    if (service === null) throw notFound(t("Service not found."));
    const items = found.map((row) => ({
      id: row.id,
      endpoint: row.endpoint.name,
      event: row.event,
      status: row.status,
      attempts: row.attempts,
      createdAt: iso(row.createdAt),
      finishedAt: isoOrNull(row.finishedAt),
      nextTryAt: row.status === "queued" && row.attempts > 0 ? iso(row.nextTryAt) : null,
      responseStatus: row.responseStatus,
      responseBody: row.responseBody,
      error: row.error && deliveryErrorInWords(row.error),
    }));
    return { items, canResend: found.length > 0 && eventToResend(service.settingUp, found[0]) !== null };
  },
});
