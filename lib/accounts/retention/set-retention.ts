import { z } from "zod";
import { versionOrNone } from "@/lib/platform/kernel/ids";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { readRetention } from "./read-retention";
import { retentionInput } from "./schema";

/** Changes how long events are kept. What is older is deleted by the worker, never here. */
export const setRetention = defineCommand({
  name: "retention.set",
  permission: "staff.retention.manage",
  scope: "staff",
  summary: "Change how long events of the activity log are kept",
  activity: "change how long activity is kept",
  input: z.object({
    ...retentionInput,
    version: versionOrNone.default(0).describe("The version last read; can also be sent as If-Match"),
  }),
  output: z.object({ version: versionOrNone }),
  http: { method: "PUT", path: "/staff/retention" },
  run: async ({ db }, { version: seen, ...after }) => {
    await db.activityRetention.createMany({ data: { id: 1 }, skipDuplicates: true });
    const { version: _, ...before } = await readRetention(db);
    const { money: moneyYears, access: accessYears, support: supportYears, workspace: workspaceYears } = after;
    const { count } = await db.activityRetention.updateMany({
      where: { id: 1, version: seen },
      data: { moneyYears, accessYears, supportYears, workspaceYears, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    return {
      output: { version: seen + 1 },
      audit: { summary: say("Changed how long the activity log is kept"), details: { before, after } },
    };
  },
});
