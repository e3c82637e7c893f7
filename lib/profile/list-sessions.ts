import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { iso } from "@/lib/kernel/dates";
import { deviceName } from "@/lib/kernel/device-name";
import { openSessions } from "./open-sessions";
import { sessionSchema } from "./schema";

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
