import { z } from "zod";
import { notifyServices } from "@/lib/billing/core/dunning/notify-services";
import { id, version } from "@/lib/platform/kernel/ids";
import { notFound, Problem, staleVersion } from "@/lib/platform/kernel/problem";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { sealCredential } from "@/lib/services/core/credential-secret";
import { givenLogins, loginsInput } from "./login-input";

/**
 * For staff, once a paid service has been provisioned: stores its login details and notifies those who get service
 * notifications. Its period began when it was paid and doesn't change.
 */
export const completeSetUp = defineCommand({
  name: "services.complete-set-up",
  permission: "services.set-up",
  scope: "account",
  summary: "Complete the set-up of a service and enter its credentials",
  activity: "complete a service set-up",
  input: z.object({ serviceId: id, logins: loginsInput, version }),
  output: z.object({ id, version }),
  http: { method: "POST", path: "/accounts/{accountId}/services/{serviceId}/set-up" },
  async run(context, { serviceId, logins, version: seen }) {
    const { db, account } = context;
    const service = await db.service.findFirst({
      where: accessibleWhere(context, "services.set-up", { id: serviceId }),
      select: { name: true, settingUp: true, product: { select: { hasLogin: true } } },
    });
    if (service === null) throw notFound("Service not found.");
    if (!service.settingUp) throw new Problem("conflict", "This service doesn't need setting up, or already has been.");
    const given = givenLogins(logins, service.product.hasLogin);
    const { count } = await db.service.updateMany({
      where: accessibleWhere(context, "services.set-up", { id: serviceId, version: seen, settingUp: true }),
      data: { settingUp: false, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    await db.serviceCredential.createMany({
      data: given.map(({ label, username, secret, url }) => ({
        accountId: account.id,
        serviceId,
        label,
        username,
        secret: sealCredential(secret, serviceId),
        url: url === "" ? null : url,
      })),
    });
    await notifyServices(context, "set up", [{ id: serviceId, name: service.name }]);
    return {
      output: { id: serviceId, version: seen + 1 },
      audit: {
        summary: `Set up ${service.name}`,
        target: { type: "service", id: serviceId },
        details: { logins: given.map(({ label }) => label) },
      },
    };
  },
});
