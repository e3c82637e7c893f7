import { z } from "zod";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Closes the workspace to support again, from their next request on. */
export const closeStaffAccess = defineCommand({
  name: "staff-access.close",
  permission: "settings.staff-access.change",
  scope: "account",
  lockAccount: true,
  summary: "Close the workspace to the provider's support again",
  activity: "close the workspace to support",
  input: z.object({}),
  output: z.object({ closed: z.boolean() }),
  http: { method: "DELETE", path: "/accounts/{accountId}/staff-access" },
  run: async ({ db, account, realNow: now }) => {
    const where = { accountId: account.id, closedAt: null, endsAt: { gt: now } };
    const [closed] = await db.staffAccess.updateManyAndReturn({ where, data: { closedAt: now }, select: { id: true } });
    if (closed === undefined) throw new Problem("conflict", t("Support doesn't have access to the workspace."));
    return {
      output: { closed: true },
      audit: {
        summary: say("Closed the workspace to support"),
        target: { type: "staffAccess", id: closed.id },
      },
    };
  },
});
