import { z } from "zod";
import { openSessions } from "@/lib/identity/core/open-sessions";
import { sessionSchema } from "@/lib/identity/core/schema";
import { iso } from "@/lib/platform/kernel/dates";
import { deviceName } from "@/lib/platform/kernel/device-name";
import { defineQuery } from "@/lib/platform/operations/operation";

/** The browsers one is signed in with, this one first. */
export const listSessions = defineQuery({
  name: "profile.sessions",
  permission: "profile.manage",
  scope: "self",
  summary: "List the browsers you are signed in with",
  input: z.object({}),
  output: z.object({ items: z.array(sessionSchema) }),
  http: { method: "GET", path: "/me/sessions" },
  run: async (context) => {
    const rows = await context.db.session.findMany({
      where: openSessions(context),
      orderBy: { lastSeenAt: "desc" },
      take: 200,
      select: { id: true, userAgent: true, ip: true, createdAt: true, lastSeenAt: true },
    });
    const items = rows.map(({ id, userAgent, ip, createdAt, lastSeenAt }) => ({
      id,
      device: deviceName(userAgent),
      ip,
      openedAt: iso(createdAt),
      lastSeenAt: iso(lastSeenAt),
      current: id === context.actor.claimId,
    }));
    return { items: items.sort((a, b) => Number(b.current) - Number(a.current)) };
  },
});
