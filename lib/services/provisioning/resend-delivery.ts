import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { eventToResend, lastOnly } from "./event-to-resend";
import { queueDelivery } from "./queue-delivery";

/** Sends a service to its provisioning system again, as a new message. */
export const resendDelivery = defineCommand({
  name: "provisioning.resend",
  permission: "services.set-up",
  scope: "account",
  summary: "Send a service to its provisioning system again",
  activity: "send a service to provisioning again",
  lockAccount: true,
  input: z.object({ serviceId: id }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/services/{serviceId}/deliveries", status: 201 },
  run: async (context, { serviceId }) => {
    const { db, account } = context;
    const where = accessibleWhere(context, "services.set-up", { id: serviceId });
    const service = await db.service.findFirst({
      where,
      select: { name: true, settingUp: true, deliveries: lastOnly },
    });
    if (service === null) throw notFound(t("Service not found."));
    const [last] = service.deliveries;
    if (last?.status === "queued")
      throw new Problem("conflict", t("A message about this service is still being sent."));
    const event = eventToResend(service.settingUp, last);
    if (event === null) throw new Problem("conflict", t("There is nothing to send again about this service."));
    const deliveryId = await queueDelivery(db, account.id, serviceId, { event, numberAfter: (number) => number + 1 });
    if (deliveryId === null)
      throw new Problem("conflict", t("There is no active provisioning system for this product."));
    return {
      output: { id: deliveryId },
      audit: {
        summary: say("Sent {name} to provisioning again", { name: service.name }),
        target: { type: "service", id: serviceId },
      },
    };
  },
});
