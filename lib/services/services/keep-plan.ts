import { z } from "zod";
import { noJson } from "@/lib/platform/db/no-json";
import { id, version } from "@/lib/platform/kernel/ids";
import { Problem, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { serviceToChange } from "./plan-change";

/** Undoes a plan change scheduled for the renewal. */
export const keepPlan = defineCommand({
  name: "services.keep-plan",
  permission: "services.order",
  scope: "account",
  summary: "Cancel a scheduled plan change",
  activity: "keep the current plan",
  lockAccount: true,
  input: z.object({ serviceId: id, version }),
  output: z.object({ id, version }),
  http: { method: "POST", path: "/accounts/{accountId}/services/{serviceId}/plan/keep" },
  async run(context, { serviceId, version: seen }) {
    const { name, nextPlan } = await serviceToChange(context, serviceId);
    if (nextPlan === null) throw new Problem("conflict", t("No plan change is scheduled."));
    const { count } = await context.db.service.updateMany({
      where: accessibleWhere(context, "services.view", { id: serviceId, version: seen }),
      data: { nextPlan: noJson, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    return {
      output: { id: serviceId, version: seen + 1 },
      audit: {
        summary: say("Cancelled the scheduled plan change of {name}", { name }),
        target: { type: "service", id: serviceId },
      },
    };
  },
});
