import { z } from "zod";
import { openSessions } from "@/lib/identity/core/open-sessions";
import { sessionSchema } from "@/lib/identity/core/schema";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { deviceName } from "@/lib/platform/kernel/device-name";
import { countedBy, FORMS_PAGE_SIZE, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";

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
  input: z.object({ ...pageInput, ...sortInput(orders, "lastSeen", "desc") }),
  output: pageOf(sessionSchema),
  http: { method: "GET", path: "/me/sessions" },
  run: async (context, { page, ...order }) => {
    const { db, actor } = context;
    // The current session comes first unless another order was requested.
    const usual = order.sort === "lastSeen" && order.direction === "desc";
    const first = usual ? await currentSession(context) : null;
    const where = openSessions(context);
    const { skip, take } = pageSlice(page, FORMS_PAGE_SIZE);
    const others = db.session.findMany({
      where: { ...where, ...(first && { id: { not: first.id } }) },
      select: columns,
      orderBy: orderBy(orders, order),
      ...(first === null ? { skip, take } : { skip: Math.max(0, skip - 1), take: page === 1 ? take - 1 : take }),
    });
    const [found, total] = await Promise.all([
      others,
      db.session.count({ where, ...countedBy({ lastSeenAt: "desc" }) }),
    ]);
    const rows = first && page === 1 ? [first, ...found] : found;
    const list = pageResult(rows, total, page, FORMS_PAGE_SIZE);
    const items = list.items.map(({ id, userAgent, ip, createdAt, lastSeenAt }) => ({
      id,
      device: deviceName(userAgent),
      ip,
      openedAt: iso(createdAt),
      lastSeenAt: iso(lastSeenAt),
      current: id === actor.credentialId,
    }));
    return { ...list, items };
  },
});

const columns = {
  id: true,
  userAgent: true,
  ip: true,
  createdAt: true,
  lastSeenAt: true,
} satisfies Prisma.SessionSelect;

/** Null for a token, which is none. */
const currentSession = (context: Context) =>
  context.db.session.findFirst({
    where: { AND: [openSessions(context), { id: context.actor.credentialId }] },
    select: columns,
  });
