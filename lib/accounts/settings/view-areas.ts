import { z } from "zod";
import { notFound } from "@/lib/platform/kernel/problem";
import { isOffered, offeredAreas } from "@/lib/platform/operations/offered-permissions";
import { defineQuery } from "@/lib/platform/operations/operation";
import { areaName, switchableAreas } from "@/lib/policy/areas";
import { catalogue, nameOf, permissionKeys, titleOf } from "@/lib/policy/permissions";
import { accountAreas } from "./schema";

/** The areas the account can turn off, with what becomes unavailable. */
export const viewAreas = defineQuery({
  name: "settings.view-areas",
  permission: "settings.areas.change",
  scope: "account",
  summary: "View which areas of the portal are on, and what turning one off would remove",
  activity: "view areas",
  input: z.object({}),
  output: accountAreas,
  http: { method: "GET", path: "/accounts/{accountId}/areas" },
  run: async ({ db, account }) => {
    const found = await db.account.findFirst({
      where: { id: account.id },
      select: { areasOff: true, version: true },
    });
    if (found === null) throw notFound();
    const offered = offeredAreas();
    const areas = switchableAreas
      .filter((area) => offered.includes(area))
      .map((area) => ({
        area,
        name: areaName(area),
        on: !found.areasOff.includes(area),
        permissions: permissionKeys
          .filter((key) => catalogue[key].area === area && isOffered(key))
          .map((key) => ({ name: nameOf(key), title: titleOf(key) })),
      }));
    return { areas, version: found.version };
  },
});
