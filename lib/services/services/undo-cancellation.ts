import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { notFound, Problem, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Undoes a cancellation at the end of the period, until that ends: the service renews again. */
export const undoCancellation = defineCommand({
  name: "services.undo-cancellation",
  permission: "services.cancel",
  scope: "account",
  summary: "Undo a scheduled cancellation",
  activity: "undo a cancellation",
  lockAccount: true,
  input: z.object({ serviceId: id, version }),
  output: z.object({ id, version }),
  http: { method: "POST", path: "/accounts/{accountId}/services/{serviceId}/cancel/undo" },
  async run(context, { serviceId, version: seen }) {
    const service = await context.db.service.findFirst({
      where: accessibleWhere(context, "services.cancel", { id: serviceId }),
      select: { name: true, cancelAtPeriodEnd: true },
    });
    if (service === null) throw notFound(t("Service not found."));
    if (!service.cancelAtPeriodEnd) throw new Problem("conflict", t("No cancellation is scheduled."));
    const { count } = await context.db.service.updateMany({
      where: accessibleWhere(context, "services.cancel", { id: serviceId, version: seen, cancelAtPeriodEnd: true }),
      data: { cancelAtPeriodEnd: false, cancelReason: null, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    return {
      output: { id: serviceId, version: seen + 1 },
      audit: {
        summary: say("Undid the cancellation of {name}", { name: service.name }),
        target: { type: "service", id: serviceId },
      },
    };
  },
});
