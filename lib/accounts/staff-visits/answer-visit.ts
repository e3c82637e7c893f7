import { z } from "zod";
import { addNotifications } from "@/lib/platform/db/add-notifications";
import { addMinutes, iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { MOST_APPROVED_HOURS } from "./schema";

/** The owner approves what a member of staff asked for, for as long as they choose, or refuses it. One answer counts. */
export const answerVisit = defineCommand({
  name: "staff-visits.answer",
  permission: "settings.staff-access.change",
  scope: "account",
  summary: "Approve or refuse access to the account's records that the provider's staff asked for",
  activity: "answer a request of staff for access",
  stepUp: "with-factor",
  input: z.object({
    visitId: id,
    answer: z.enum(["approve", "refuse"]),
    hours: z.coerce.number().int().min(1).max(MOST_APPROVED_HOURS).default(4).describe("For how long, if approved"),
  }),
  output: z.object({ visitId: id, endsAt: isoDateTime }),
  http: { method: "PUT", path: "/accounts/{accountId}/staff-visits/{visitId}/answer" },
  run: async ({ db, account, actor, realNow: now }, { visitId, answer, hours }) => {
    const one = { accountId: account.id, id: visitId };
    const approved = answer === "approve";
    const endsAt = approved ? addMinutes(now, hours * 60) : now;
    const [visit] = await db.staffVisit.updateManyAndReturn({
      where: { ...one, approval: "waiting", emergency: false, endedAt: null, endsAt: { gt: now } },
      data: {
        ...{ answeredById: actor.personId, answeredByName: actor.name, answeredAt: now },
        ...(approved
          ? { approval: "approved", endsAt }
          : { approval: "refused", endedAt: now, endedBy: "owner", endedByName: actor.name }),
      },
      select: { personId: true, staffName: true },
    });
    if (visit === undefined) {
      if ((await db.staffVisit.count({ where: one })) === 0) throw notFound();
      throw new Problem("conflict", t("This has been answered or withdrawn already, or it is too old."));
    }
    await addNotifications(db, { kind: "staff-visit-answer", about: { staffVisitId: visitId }, to: [visit.personId] });
    const name = visit.staffName;
    return {
      output: { visitId, endsAt: iso(endsAt) },
      audit: {
        summary: approved
          ? say("Approved access of {name} for {hours, plural, one {# hour} other {# hours}}", { name, hours })
          : say("Refused access of {name}", { name }),
        target: { type: "staffVisit", id: visitId },
      },
    };
  },
});
