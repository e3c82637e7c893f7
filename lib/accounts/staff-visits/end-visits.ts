import { z } from "zod";
import { endLooksOf } from "@/lib/accounts/core/end-looks-of";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/**
 * Ends the access of one member of staff, or of all, from their next request on: what they have open ends, and their open pages are
 * told nothing more. For a day they need the owner's approval to come back.
 */
export const endVisits = defineCommand({
  name: "staff-visits.end",
  permission: "settings.staff-access.change",
  scope: "account",
  summary: "End the access of the provider's staff to the account's records at once: of one, or of all",
  activity: "end the access of staff",
  input: z.object({ visitId: id.optional().describe("Without it, all are ended") }),
  output: z.object({ ended: z.int() }),
  http: { method: "POST", path: "/accounts/{accountId}/staff-visits/end", status: 201 },
  run: async (context, { visitId }) => {
    const { db, account, actor, realNow: now } = context;
    const ended = await db.staffVisit.updateManyAndReturn({
      where: { accountId: account.id, endedAt: null, endsAt: { gt: now }, ...(visitId && { id: visitId }) },
      data: { endedAt: now, endedBy: "owner", endedByName: actor.name },
      select: { id: true, personId: true, staffName: true },
    });
    const isUnknown = async () => (await db.staffVisit.count({ where: { accountId: account.id, id: visitId } })) === 0;
    if (ended.length === 0 && visitId !== undefined && (await isUnknown())) throw notFound();
    if (ended.length === 0) throw new Problem("conflict", t("None of our staff has access at the moment."));
    await endLooksOf(context, { lookerPersonId: { in: ended.map(({ personId }) => personId) } });
    const [first] = ended;
    return {
      output: { ended: ended.length },
      audit: {
        summary:
          visitId && first
            ? say("Ended the access of {name}", { name: first.staffName })
            : say("Ended the access of all staff"),
        ...(first && { target: { type: "staffVisit", id: first.id } }),
        details: { names: ended.map(({ staffName }) => staffName) },
      },
    };
  },
});
