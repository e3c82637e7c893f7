import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { searchFilter } from "@/lib/platform/kernel/search-filter";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { shown } from "@/lib/platform/operations/stored";
import { type StaffAttempt, staffAttempt } from "@/lib/staff/core/schema";

const orders = {
  who: (sort) => [{ actorName: sort }, { at: "desc" }],
  at: (sort) => [{ at: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.AuditEventOrderByWithRelationInput[]>;

/** Attempts to open other customers' accounts or records. For staff only. */
export const listAttempts = defineQuery({
  name: "staff.list-attempts",
  permission: "staff.attempts.view",
  scope: "staff",
  summary: "List attempts to open other customers' accounts or records",
  activity: "view denied attempts",
  input: z.object({
    q: z.string().trim().max(200).default("").describe("Part of the user's name"),
    accountId: id.optional().describe("Attempts on one account"),
    ...cursorInput,
    ...sortInput(orders, "at", "desc"),
  }),
  output: cursorPageOf(staffAttempt),
  http: { method: "GET", path: "/staff/attempts" },
  run: async (context, asked) => {
    const { q, accountId } = asked;
    const list = keysetList("staff.list-attempts", orders, asked);
    const where: Prisma.AuditEventWhereInput = {
      accountId: null,
      targetType: "attempt",
      ...(accountId && { targetId: accountId }),
      ...(q && { actorPersonId: { in: await peopleNamed(context, q) } }),
    };
    const select = list.select(columns);
    const [found, total] = await Promise.all([
      list.read((part) => context.db.auditEvent.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.auditEvent.count({ where, ...countedBy({ at: "desc" }) }),
    ]);
    const page = list.page(found, total);
    return { ...page, items: await present(context, page.items) };
  },
});

/** The people whose names contain these words, up to a limit. */
async function peopleNamed({ db }: Context<"staff">, q: string): Promise<string[]> {
  const found = await db.person.findMany({
    where: searchFilter(q, (part) => [{ nameSearch: part }]),
    select: { id: true },
    take: 500,
  });
  return found.map((person) => person.id);
}

const columns = {
  id: true,
  at: true,
  actorPersonId: true,
  actorName: true,
  via: true,
  ip: true,
  operation: true,
  summary: true,
  said: true,
  targetId: true,
  details: true,
  requestId: true,
} as const satisfies Prisma.AuditEventSelect;

type Row = Prisma.AuditEventGetPayload<{ select: typeof columns }>;

async function present({ db, actor }: Context<"staff">, found: readonly Row[]): Promise<StaffAttempt[]> {
  const tried = found.flatMap(({ targetId }) => (id.safeParse(targetId).success ? [targetId as string] : []));
  const targets = db.account.findMany({
    where: { id: { in: tried } },
    select: { id: true, number: true, name: true },
  });
  const authors = db.person.findMany({
    where: { id: { in: found.flatMap(({ actorPersonId }) => actorPersonId ?? []) } },
    select: { id: true, email: true },
  });
  const [accounts, people] = await Promise.all([targets, authors]);
  return found.map(({ actorPersonId, actorName, targetId, details, at, said, ...row }) => ({
    ...row,
    summary: shown({ summary: row.summary, said }, actor.locale),
    at: iso(at),
    person: { name: actorName, email: people.find((one) => one.id === actorPersonId)?.email ?? null },
    account: accounts.find((one) => one.id === targetId) ?? null,
    asked: askedIn(details),
  }));
}

const keptDetails = z.object({ asked: z.record(z.string(), id) });

function askedIn(details: unknown): StaffAttempt["asked"] {
  const kept = keptDetails.safeParse(details);
  return kept.success ? Object.entries(kept.data.asked).map(([field, of]) => ({ field, id: of })) : [];
}
