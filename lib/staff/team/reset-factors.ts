import { z } from "zod";
import { isCheckViolation } from "@/lib/platform/db/check-violation";
import { lockName } from "@/lib/platform/db/lock-name";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { waitingResets } from "./factor-resets";
import { knownColleague } from "./known-colleague";
import { tellOfReset } from "./tell-of-reset";

/**
 * Removes all factors of a colleague who has lost them, and ends their sessions. Of another manager it is a request, which a second
 * manager confirms. The database removes the factors with the row, and there is no other way. They are told in either case.
 */
export const resetFactors = defineCommand({
  name: "staff.reset-factors",
  permission: "staff.team.manage",
  scope: "staff",
  summary: "Remove the two-factor sign-in of a colleague; of a manager, ask another manager to confirm it",
  activity: "reset a colleague's two-factor sign-in",
  stepUp: "always",
  input: z.object({
    personId: id,
    reason: z
      .string()
      .overwrite(oneLine)
      .min(10, issue("Say in a sentence why, and how you checked who asked."))
      .max(500, issue("Use at most 500 characters.")),
  }),
  output: z.object({ personId: id, resetId: id, done: z.boolean() }),
  http: { method: "POST", path: "/staff/team/{personId}/two-factor-reset", status: 201 },
  run: async (context, { personId, reason }) => {
    const { db, actor, realNow: now } = context;
    // Of two at the same time the second one finds nothing to remove, or the first one's request.
    await lockName(db, `authenticator of ${personId}`);
    const { roles, person } = await knownColleague(context, personId);
    const { twoFactorSince } = await db.person.findUniqueOrThrow({
      where: { id: personId },
      select: { twoFactorSince: true },
    });
    if (twoFactorSince === null)
      throw new Problem("conflict", t("{name} doesn't use two-factor sign-in.", { name: person.name }));
    const waits = roles.includes("manager");
    if (waits && (await db.staffFactorReset.count({ where: { personId, ...waitingResets(now) } })) > 0)
      throw new Problem("conflict", t("A manager has already asked for this. Another one has to confirm it."));
    const resetId = crypto.randomUUID();
    const by = { requestedById: actor.personId, requestedByName: actor.name };
    try {
      await db.staffFactorReset.createMany({
        data: { id: resetId, personId, reason, ...by, createdAt: now, doneAt: waits ? null : now },
      });
    } catch (error) {
      if (!isCheckViolation(error)) throw error;
      throw new Problem("conflict", t("The team was just changed by another manager. Reload and try again."));
    }
    await tellOfReset(context, { personId, reason, done: !waits });
    return {
      output: { personId, resetId, done: !waits },
      audit: {
        summary: waits
          ? say("Asked another manager to remove {name}'s two-factor sign-in: {reason}", { name: person.name, reason })
          : say("Removed {name}'s two-factor sign-in: {reason}", { name: person.name, reason }),
        target: { type: "person", id: personId },
        details: { reason },
      },
    };
  },
});
