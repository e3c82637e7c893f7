import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { notFound, Problem, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { finishSetUp } from "@/lib/services/core/finish-set-up";
import { givenLogins, loginsInput } from "@/lib/services/core/login-input";

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
    const { db } = context;
    const service = await db.service.findFirst({
      where: accessibleWhere(context, "services.set-up", { id: serviceId }),
      select: { name: true, settingUp: true, product: { select: { hasLogin: true } } },
    });
    if (service === null) throw notFound(t("Service not found."));
    if (!service.settingUp)
      throw new Problem("conflict", t("This service doesn't need setting up, or already has been."));
    const given = givenLogins(logins, service.product.hasLogin);
    const where = accessibleWhere(context, "services.set-up", { version: seen });
    if (
      !(await finishSetUp(context, { serviceId, name: service.name, where, logins: given, realNow: context.realNow }))
    )
      throw staleVersion();
    return {
      output: { id: serviceId, version: seen + 1 },
      audit: {
        summary: say("Set up {name}", { name: service.name }),
        target: { type: "service", id: serviceId },
        details: { logins: given.map(({ label }) => label) },
      },
    };
  },
});
