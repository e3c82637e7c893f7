import { z } from "zod";
import { endLooksOf } from "@/lib/accounts/core/end-looks-of";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** A member of staff closes the account again, or withdraws what they asked for. */
export const leaveVisit = defineCommand({
  name: "staff-visits.leave",
  permission: "staff.accounts.find",
  scope: "account",
  unlisted: "in-the-list",
  summary: "Give back your access to an account's records, or withdraw your request for it, as a member of staff",
  activity: "give back their access",
  input: z.object({}),
  output: z.object({ left: z.boolean() }),
  http: { method: "DELETE", path: "/accounts/{accountId}/staff-visits/own" },
  run: async (context) => {
    const { db, account, actor, realNow: now } = context;
    const [left] = await db.staffVisit.updateManyAndReturn({
      where: { accountId: account.id, personId: actor.personId, endedAt: null, endsAt: { gt: now } },
      data: { endedAt: now, endedBy: "staff" },
      select: { id: true, approval: true },
    });
    if (left === undefined) throw new Problem("conflict", t("You don't have this account open."));
    await endLooksOf(context, { lookerPersonId: actor.personId });
    return {
      output: { left: true },
      audit: {
        summary: left.approval === "waiting" ? say("Withdrew their request for access") : say("Gave back their access"),
        target: { type: "staffVisit", id: left.id },
      },
    };
  },
});
