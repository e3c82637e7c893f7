import { z } from "zod";
import { saidList } from "@/lib/accounts/core/said-list";
import { addMinutes, iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { areaNames, workspaceAreas } from "@/lib/policy/areas";

const MOST_HOURS = 30 * 24;

/** Lets support see chosen areas of the workspace until then. What was opened before is replaced. */
export const openStaffAccess = defineCommand({
  name: "staff-access.open",
  permission: "settings.staff-access.change",
  scope: "account",
  lockAccount: true,
  summary: "Let the provider's support see areas of the workspace for some hours",
  activity: "let support see the workspace",
  stepUp: "with-factor",
  input: z.object({
    areas: z.array(z.enum(workspaceAreas)).min(1, issue("Choose at least one area.")).max(workspaceAreas.length),
    hours: z.coerce.number().int().min(1).max(MOST_HOURS),
  }),
  output: z.object({ id, endsAt: isoDateTime }),
  http: { method: "PUT", path: "/accounts/{accountId}/staff-access" },
  run: async ({ db, account, actor, realNow: now }, { areas: chosen, hours }) => {
    const endsAt = addMinutes(now, hours * 60);
    const areas = workspaceAreas.filter((area) => chosen.includes(area));
    await db.staffAccess.updateMany({ where: { accountId: account.id, closedAt: null }, data: { closedAt: now } });
    const opened = await db.staffAccess.create({
      data: {
        accountId: account.id,
        ...{ areas, openedAt: now, endsAt, openedById: actor.contactId ?? "", openedByName: actor.name },
      },
      select: { id: true },
    });
    const names = saidList(areas.map((area) => say(String(areaNames[area]))));
    return {
      output: { id: opened.id, endsAt: iso(endsAt) },
      audit: {
        summary: say("Let support see {areas} until {day}", { areas: names, day: { day: iso(endsAt).slice(0, 10) } }),
        target: { type: "staffAccess", id: opened.id },
        details: { areas, endsAt: iso(endsAt) },
      },
    };
  },
});
