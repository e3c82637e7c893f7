import { z } from "zod";
import { addNotifications } from "@/lib/platform/db/add-notifications";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { visitReasons } from "@/lib/policy/staff-visit";
import { newVisit } from "./new-visit";
import { EMERGENCY_HOURS } from "./schema";
import { tellOwner } from "./tell-owner";

/**
 * When nobody of the account can answer, a manager asks another one instead of the owner, who is told at once and can end it. Two
 * people, as for a transfer of ownership.
 */
export const startEmergency = defineCommand({
  name: "staff-visits.start-emergency",
  permission: "staff.emergency.use",
  alsoChecks: ["support.tickets.view"],
  scope: "account",
  unlisted: "in-the-list",
  summary: "Ask another manager for emergency access to an account whose owner can't answer",
  activity: "ask for emergency access",
  stepUp: "with-factor",
  input: z.object({
    reason: z.enum(visitReasons).exclude(["ticket"]),
    note: z
      .string()
      .trim()
      .min(1, issue("Say why. The customer reads it."))
      .max(500, issue("Use at most 500 characters.")),
  }),
  output: z.object({ visitId: id, endsAt: isoDateTime }),
  http: { method: "POST", path: "/accounts/{accountId}/staff-visits/emergency", status: 201 },
  run: async (context, { reason, note }) => {
    const { db, actor } = context;
    const asked = { reason, note, hours: EMERGENCY_HOURS, needsApproval: true, waits: true, emergency: true };
    const visit = await newVisit(context, asked);
    const others = await db.staffMember.findMany({
      where: { roles: { has: "manager" }, personId: { not: actor.personId } },
      select: { personId: true },
      take: 100,
    });
    const to = others.map(({ personId }) => personId);
    await addNotifications(db, { kind: "staff-emergency", about: { staffVisitId: visit.id }, to });
    await tellOwner(context, { visitId: visit.id, staffName: actor.name, reason, note, confirmed: false });
    return {
      output: { visitId: visit.id, endsAt: iso(visit.endsAt) },
      audit: {
        summary: say("Asked for emergency access: {note}", { note }),
        target: { type: "staffVisit", id: visit.id },
        details: { reason },
      },
    };
  },
});
