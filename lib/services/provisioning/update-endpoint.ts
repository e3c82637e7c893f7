import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { notFound, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { checkUrl, endpointInput } from "./endpoint-input";
import { onlyDefault } from "./only-default";

/** Once it is active again, it gets what is paid for from then on: staff have the rest. */
export const updateEndpoint = defineCommand({
  name: "provisioning.update-endpoint",
  permission: "staff.provisioning.manage",
  scope: "staff",
  summary: "Change a provisioning system",
  activity: "change a provisioning system",
  input: z.object({ endpointId: id, ...endpointInput, version }),
  output: z.object({ id, version }),
  http: { method: "PUT", path: "/staff/provisioning/{endpointId}" },
  run: async ({ db, now }, { endpointId, version: seen, url, ...given }) => {
    const before = await db.provisioningEndpoint.findUnique({ where: { id: endpointId }, select: { active: true } });
    if (before === null) throw notFound(t("Provisioning system not found."));
    const since = given.active && !before.active ? { activeSince: now } : {};
    const data = { ...given, ...since, url: checkUrl(url), version: { increment: 1 } };
    const { count } = await onlyDefault(db, { id: endpointId, ...given }, () =>
      db.provisioningEndpoint.updateMany({ where: { id: endpointId, version: seen }, data }),
    );
    if (count === 0) throw staleVersion();
    return {
      output: { id: endpointId, version: seen + 1 },
      audit: {
        summary: say("Changed the provisioning system {name}", { name: given.name }),
        target: { type: "provisioning", id: endpointId },
        details: { ...given, url: new URL(data.url).origin },
      },
    };
  },
});
