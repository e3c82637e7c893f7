import { z } from "zod";
import { addDays, iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { defineQuery } from "@/lib/platform/operations/operation";
import { waitingResets } from "./factor-resets";
import { factorReset } from "./schema";

/** Whether a colleague uses two-factor sign-in, and whether a manager has asked to remove it. */
export const viewFactorReset = defineQuery({
  name: "staff.view-factor-reset",
  permission: "staff.team.manage",
  scope: "staff",
  summary: "View whether a colleague uses two-factor sign-in, and a request to remove it",
  activity: "view a colleague's two-factor sign-in",
  input: z.object({ personId: id }),
  output: factorReset,
  http: { method: "GET", path: "/staff/team/{personId}/two-factor-reset" },
  run: async ({ db, actor, realNow: now }, { personId }) => {
    const [colleague, waiting] = await Promise.all([
      db.staffMember.findUnique({
        where: { personId },
        select: { roles: true, person: { select: { name: true, twoFactorSince: true } } },
      }),
      db.staffFactorReset.findFirst({
        where: { personId, ...waitingResets(now) },
        select: { id: true, reason: true, requestedById: true, requestedByName: true, createdAt: true },
        orderBy: { createdAt: "desc" },
      }),
    ]);
    if (colleague === null) throw notFound(t("Team member not found."));
    const { name, twoFactorSince } = colleague.person;
    return {
      ...{ personId, name, hasFactor: twoFactorSince !== null, needsTwo: colleague.roles.includes("manager") },
      waiting: waiting && {
        resetId: waiting.id,
        reason: waiting.reason,
        requestedBy: waiting.requestedByName,
        isYours: waiting.requestedById === actor.personId,
        endsAt: iso(addDays(waiting.createdAt, 1)),
      },
    };
  },
});
