import { z } from "zod";
import { saidList } from "@/lib/accounts/core/said-list";
import { version } from "@/lib/platform/kernel/ids";
import { notFound, staleVersion } from "@/lib/platform/kernel/problem";
import { type Said, say } from "@/lib/platform/language/say";
import { offeredAreas } from "@/lib/platform/operations/offered-permissions";
import { defineCommand } from "@/lib/platform/operations/operation";
import { areaNames, type SwitchableArea, switchableAreas } from "@/lib/policy/areas";

/**
 * Turns areas on or off. An area that is off is unavailable to everyone on the account, whatever they hold. Nothing in it
 * is deleted.
 */
export const changeAreas = defineCommand({
  name: "settings.change-areas",
  permission: "settings.areas.change",
  scope: "account",
  summary: "Turn areas of the portal on or off",
  activity: "change areas",
  input: z.object({
    on: z
      .array(z.enum(switchableAreas))
      .max(20)
      .describe("Areas to turn on; all other switchable areas are turned off"),
    version,
  }),
  output: z.object({ off: z.array(z.string()), version }),
  http: { method: "PUT", path: "/accounts/{accountId}/areas" },
  run: async ({ db, account }, { on, version: seen }) => {
    const found = await db.account.findFirst({ where: { id: account.id }, select: { areasOff: true } });
    if (found === null) throw notFound();
    // What nobody was shown stays as it is.
    const offered = offeredAreas();
    const off = switchableAreas.filter((area) =>
      offered.includes(area) ? !on.includes(area) : found.areasOff.includes(area) && !on.includes(area),
    );
    const { count } = await db.account.updateMany({
      where: { id: account.id, version: seen },
      data: { areasOff: off, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    const turnedOff = off.filter((area) => !found.areasOff.includes(area));
    const turnedOn = on.filter((area) => found.areasOff.includes(area));
    return {
      output: { off, version: seen + 1 },
      audit: { summary: summaryOf(turnedOn, turnedOff), details: { before: found.areasOff, after: off } },
    };
  },
});

function summaryOf(on: readonly SwitchableArea[], off: readonly SwitchableArea[]): Said {
  const [turnedOn, turnedOff] = [saidList(on.map(saidArea)), saidList(off.map(saidArea))];
  if (on.length > 0 && off.length > 0)
    return say("Turned on {on} and turned off {off}", { on: turnedOn, off: turnedOff });
  if (on.length > 0) return say("Turned on {areas}", { areas: turnedOn });
  return off.length > 0 ? say("Turned off {areas}", { areas: turnedOff }) : say("Saved areas without changes");
}

/** The English name, which the activity log stores. */
const saidArea = (area: SwitchableArea): Said => say(String(areaNames[area]));
