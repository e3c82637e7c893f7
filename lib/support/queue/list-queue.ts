import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { planAnew } from "@/lib/platform/db/plan-anew";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { countedBy, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { department } from "@/lib/support/tickets/schema";
import { departmentFilter } from "./department-filter";
import { queuedTicket, queueViews } from "./schema";
import { searchQueue } from "./search-queue";
import { viewFilter, viewOrder } from "./views";

const input = z.object({
  view: z.enum(queueViews).default("open"),
  department: department.optional(),
  tagId: id.optional(),
  q: z
    .string()
    .trim()
    .max(200)
    .default("")
    .describe("Words of the subject, of messages or of names of files, or a ticket's number, in tickets of every view"),
  ...pageInput,
});

/** The tickets of all accounts that the viewer's staff roles cover: soonest due first. */
export const listQueue = defineQuery({
  name: "queue.list",
  permission: "support.tickets.assign",
  scope: "staff",
  alsoChecks: ["support.tickets.view", "support.tickets.note"],
  summary: "List the tickets of all accounts, soonest due first",
  activity: "view the ticket queue",
  input,
  output: pageOf(queuedTicket),
  http: { method: "GET", path: "/staff/tickets" },
  run: (context, asked) => (asked.q === "" ? readView(context, asked) : readFound(context, asked)),
});

type Asked = z.output<typeof input>;

async function readView(context: Context, { view, department, tagId, page }: Asked) {
  const { db, actor, realNow: now } = context;
  planAnew(db);
  const where = accessibleWhere(context, "support.tickets.view", {
    AND: [
      viewFilter(view, { personId: actor.personId, now }),
      departmentFilter(context, department),
      tagId ? { tags: { some: { tagId } } } : {},
    ],
  });
  const orderBy = viewOrder(view);
  const [found, total] = await Promise.all([
    db.ticket.findMany({ where, select: columns, orderBy, ...pageSlice(page) }),
    db.ticket.count({ where, ...countedBy(orderBy) }),
  ]);
  return pageResult(
    found.map((ticket) => presentQueued(context, ticket)),
    total,
    page,
  );
}

async function readFound(context: Context, asked: Asked) {
  const { items: ids, ...page } = await searchQueue(context, asked);
  const where = accessibleWhere(context, "support.tickets.view", { id: { in: ids } });
  const found = await context.db.ticket.findMany({ where, select: columns, orderBy: [{ id: "desc" }] });
  return { ...page, items: found.map((ticket) => presentQueued(context, ticket)) };
}

type QueuedRow = Prisma.TicketGetPayload<{ select: typeof columns }>;

const presentQueued = (
  { actor }: Context,
  { assignee, assigneeId, tags, lastMessageAt, dueAt, ...ticket }: QueuedRow,
) => ({
  ...ticket,
  assigneeName: assignee?.name ?? null,
  assignedToMe: assigneeId === actor.personId,
  tags: tags.map(({ tag }) => tag),
  lastMessageAt: iso(lastMessageAt),
  dueAt: isoOrNull(dueAt),
});

const columns = {
  id: true,
  number: true,
  subject: true,
  status: true,
  priority: true,
  department: true,
  account: { select: { id: true, name: true } },
  assigneeId: true,
  assignee: { select: { name: true } },
  tags: { select: { tag: { select: { id: true, name: true } } }, orderBy: { tag: { name: "asc" } } },
  lastMessageAt: true,
  dueAt: true,
} as const satisfies Prisma.TicketSelect;
