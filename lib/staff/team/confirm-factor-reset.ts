import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { waitingResets } from "./factor-resets";
import { knownColleague } from "./known-colleague";
import { tellOfReset } from "./tell-of-reset";

/** The second manager. The database lets nobody confirm their own request, or one about themselves. */
export const confirmFactorReset = defineCommand({
  name: "staff.confirm-factor-reset",
  permission: "staff.team.manage",
  scope: "staff",
  summary: "Confirm another manager's request to remove a manager's two-factor sign-in",
  activity: "confirm the reset of a colleague's two-factor sign-in",
  stepUp: "always",
  input: z.object({ resetId: id }),
  output: z.object({ personId: id }),
  http: { method: "POST", path: "/staff/factor-resets/{resetId}/confirmation", status: 201 },
  run: async (context, { resetId }) => {
    const { db, actor, realNow: now } = context;
    const asked = await db.staffFactorReset.findUnique({
      where: { id: resetId },
      select: { personId: true, reason: true, requestedById: true },
    });
    if (asked === null) throw notFound();
    const { personId, reason } = asked;
    const { person } = await knownColleague(context, personId);
    if (asked.requestedById === actor.personId)
      throw new Problem("conflict", t("Another manager has to confirm your request."));
    const { count } = await db.staffFactorReset.updateMany({
      where: { id: resetId, requestedById: { not: actor.personId }, ...waitingResets(now) },
      data: { confirmedById: actor.personId, confirmedByName: actor.name, doneAt: now },
    });
    if (count === 0) throw new Problem("conflict", t("This was confirmed already, or it is too old. Ask again."));
    await tellOfReset(context, { personId, reason, done: true });
    return {
      output: { personId },
      audit: {
        summary: say("Confirmed the removal of {name}'s two-factor sign-in: {reason}", { name: person.name, reason }),
        target: { type: "person", id: personId },
        details: { resetId },
      },
    };
  },
});
