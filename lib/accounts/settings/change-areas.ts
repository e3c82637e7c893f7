import { z } from "zod";
import { version } from "@/lib/platform/kernel/ids";
import { notFound, staleVersion } from "@/lib/platform/kernel/problem";
import { offeredAreas } from "@/lib/platform/operations/offered-permissions";
import { defineCommand } from "@/lib/platform/operations/operation";
import { areaName, type SwitchableArea, switchableAreas } from "@/lib/policy/areas";

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

const list = new Intl.ListFormat("en");

function summaryOf(on: readonly SwitchableArea[], off: readonly SwitchableArea[]): string {
  const parts = [
    on.length > 0 ? `turned on ${list.format(on.map(areaName))}` : null,
    off.length > 0 ? `turned off ${list.format(off.map(areaName))}` : null,
  ].filter((part) => part !== null);
  const [first = "saved areas without changes", ...rest] = parts;
  return [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...rest].join(" and ");
}
