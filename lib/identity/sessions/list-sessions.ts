import { z } from "zod";
import { openSessions } from "@/lib/identity/core/open-sessions";
import { sessionSchema } from "@/lib/identity/core/schema";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { deviceName } from "@/lib/platform/kernel/device-name";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";

const orders = {
  device: (sort) => [{ userAgent: sort }, { lastSeenAt: "desc" }],
  ip: (sort) => [{ ip: sort }, { lastSeenAt: "desc" }],
  lastSeen: (sort) => [{ lastSeenAt: sort }],
  opened: (sort) => [{ createdAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.SessionOrderByWithRelationInput[]>;

/** The person's sessions, the current one first. */
export const listSessions = defineQuery({
  name: "profile.list-sessions",
  permission: "profile.manage",
  scope: "self",
  summary: "List your active sessions",
  activity: "view sessions",
  input: z.object(sortInput(orders, "lastSeen", "desc")),
  output: z.object({ items: z.array(sessionSchema) }),
  http: { method: "GET", path: "/me/sessions" },
  run: async (context, order) => {
    const rows = await context.db.session.findMany({
      where: openSessions(context),
      orderBy: orderBy(orders, order),
      take: 200,
      select: { id: true, userAgent: true, ip: true, createdAt: true, lastSeenAt: true },
    });
    const items = rows.map(({ id, userAgent, ip, createdAt, lastSeenAt }) => ({
      id,
      device: deviceName(userAgent),
      ip,
      openedAt: iso(createdAt),
      lastSeenAt: iso(lastSeenAt),
      current: id === context.actor.credentialId,
    }));
    // The current session comes first unless another order was requested.
    const usual = order.sort === "lastSeen" && order.direction === "desc";
    return { items: usual ? items.sort((a, b) => Number(b.current) - Number(a.current)) : items };
  },
});
