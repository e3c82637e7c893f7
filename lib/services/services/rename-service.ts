import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { notFound, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { serviceName } from "@/lib/services/core/schema";

export const renameService = defineCommand({
  name: "services.rename",
  permission: "services.manage",
  scope: "account",
  summary: "Rename a service",
  activity: "rename a service",
  input: z.object({ serviceId: id, name: serviceName, version }),
  output: z.object({ id, name: z.string(), version }),
  http: { method: "PATCH", path: "/accounts/{accountId}/services/{serviceId}" },
  async run(context, { serviceId, name, version: seen }) {
    const mine = { id: serviceId };
    const before = await context.db.service.findFirst({
      where: accessibleWhere(context, "services.manage", mine),
      select: { name: true },
    });
    if (before === null) throw notFound(t("Service not found."));
    const changed = await context.db.service.updateMany({
      where: accessibleWhere(context, "services.manage", { ...mine, version: seen }),
      data: { name, version: { increment: 1 } },
    });
    if (changed.count === 0) throw staleVersion();
    return {
      output: { id: serviceId, name, version: seen + 1 },
      audit: {
        summary: say("Renamed the service {before} to {name}", { before: before.name, name }),
        target: { type: "service", id: serviceId },
      },
    };
  },
});
