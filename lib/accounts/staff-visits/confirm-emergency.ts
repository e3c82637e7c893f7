import { z } from "zod";
import { addMinutes, iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { EMERGENCY_HOURS } from "./schema";
import { tellOwner } from "./tell-owner";

/** The second manager. The database doesn't let anybody confirm their own. */
export const confirmEmergency = defineCommand({
  name: "staff-visits.confirm-emergency",
  permission: "staff.emergency.use",
  scope: "account",
  unlisted: "in-the-list",
  summary: "Confirm another manager's emergency access to an account, for two hours",
  activity: "confirm emergency access",
  stepUp: "with-factor",
  input: z.object({ visitId: id }),
  output: z.object({ visitId: id, endsAt: isoDateTime }),
  http: { method: "POST", path: "/accounts/{accountId}/staff-visits/{visitId}/confirmation", status: 201 },
  run: async (context, { visitId }) => {
    const { db, account, actor, realNow: now } = context;
    const one = { accountId: account.id, id: visitId, emergency: true };
    const endsAt = addMinutes(now, EMERGENCY_HOURS * 60);
    const [visit] = await db.staffVisit.updateManyAndReturn({
      where: { ...one, personId: { not: actor.personId }, approval: "waiting", endedAt: null, endsAt: { gt: now } },
      data: {
        ...{ approval: "approved", endsAt },
        ...{ answeredById: actor.personId, answeredByName: actor.name, answeredAt: now },
      },
      select: { staffName: true, reason: true, note: true },
    });
    if (visit === undefined) {
      const known = await db.staffVisit.findFirst({ where: one, select: { personId: true } });
      if (known === null) throw notFound();
      if (known.personId === actor.personId)
        throw new Problem("conflict", t("Another manager has to confirm your emergency access."));
      throw new Problem("conflict", t("This has been answered or withdrawn already, or it is too old."));
    }
    await tellOwner(context, { ...visit, visitId, hours: EMERGENCY_HOURS, confirmed: true });
    return {
      output: { visitId, endsAt: iso(endsAt) },
      audit: {
        summary: say("Confirmed emergency access of {name}", { name: visit.staffName }),
        target: { type: "staffVisit", id: visitId },
      },
    };
  },
});
