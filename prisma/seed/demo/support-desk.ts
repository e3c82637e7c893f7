import type { Department, TicketPriority } from "@/lib/platform/db/generated/enums";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { computeDueTimes } from "@/lib/support/service-levels/compute-due-times";
import type { OwnerDatabase } from "../builders/owner-database";

const HOUR = 60;
const day = [8 * HOUR, 18 * HOUR] as const;
const closed = [0, 0] as const;
const week = [day, day, day, day, day, closed, closed];

/** Hours to the first response and to the resolution. */
const support: Readonly<Record<TicketPriority, readonly [number, number]>> = {
  urgent: [1, 8],
  high: [4, 20],
  normal: [16, 50],
  low: [30, 100],
};

const replies: readonly { title: string; department?: Department; body: string }[] = [
  {
    title: "Ask for a traceroute",
    department: "support",
    body: "Hello {{contact.name}},\n\nto find where packets are lost we need a traceroute from your side to {{service.name}}, ideally with mtr over one minute. Please paste it as text.\n\nKind regards\n{{agent.name}}",
  },
  {
    title: "Maintenance is over",
    department: "support",
    body: "Hello {{contact.name}},\n\nthe maintenance on {{service.name}} is over and everything runs again. Please tell us if you notice anything unusual.\n\nKind regards\n{{agent.name}}",
  },
  {
    title: "Corrected invoice follows",
    department: "billing",
    body: "Hello {{contact.name}},\n\nthank you for telling us. A corrected invoice for {{account.name}} follows within two working days.\n\nKind regards\n{{agent.name}}",
  },
  {
    title: "Close without an answer",
    body: "Hello {{contact.name}},\n\nwe haven't heard from you about {{ticket.number}} for a while and are closing it now. A reply opens it again at any time.\n\nKind regards\n{{agent.name}}",
  },
];

/** Tags and the beginnings of the subjects they are on. */
const tags: Readonly<Record<string, readonly string[]>> = {
  Network: ["Add two IPv6", "Packet loss", "Reverse DNS"],
  "Waiting for vendor": ["web-02 returns 502"],
  Restore: ["Restore of one table"],
};

/** What the hosting company's support desk has set up: hours, targets, canned replies and tags. */
export async function seedSupportDesk(db: OwnerDatabase): Promise<void> {
  await db.supportCalendar.create({
    data: {
      timeZone: "Europe/Amsterdam",
      opens: week.map(([opens]) => opens),
      closes: week.map(([, closes]) => closes),
      holidays: {
        create: [
          { day: "2026-12-25", name: "Christmas Day" },
          { day: "2026-12-26", name: "Boxing Day" },
          { day: "2027-01-01", name: "New Year's Day" },
        ],
      },
    },
  });
  await db.serviceLevel.createMany({ data: targets() });
  await db.cannedReply.createMany({ data: [...replies] });
  for (const [name, subjects] of Object.entries(tags)) await seedTag(db, name, subjects);
  await computeDueTimes(db as unknown as ScopedDb);
}

const targets = () =>
  Object.entries(support).flatMap(([priority, [first, resolution]]) =>
    (["support", "billing", "sales"] as const).map((department) => ({
      department,
      priority: priority as TicketPriority,
      firstResponseMinutes: (department === "support" ? first : first + 8) * HOUR,
      resolutionMinutes:
        department === "sales" ? null : (department === "support" ? resolution : resolution + 8) * HOUR,
    })),
  );

async function seedTag(db: OwnerDatabase, name: string, subjects: readonly string[]): Promise<void> {
  const { id: tagId } = await db.tag.create({ data: { name }, select: { id: true } });
  const tickets = await db.ticket.findMany({
    where: { OR: subjects.map((subject) => ({ subject: { startsWith: subject } })) },
    select: { id: true, accountId: true },
  });
  await db.ticketTag.createMany({
    data: tickets.map(({ id: ticketId, accountId }) => ({ accountId, ticketId, tagId })),
  });
}
