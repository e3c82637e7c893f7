import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "../builders/owner-database";
import type { Northwind } from "./northwind";
import type { DemoStaff } from "./staff";

/** What the demo's people find behind the bell: recent answers and invoices, the older ones read. */
export async function seedNotifications(
  db: OwnerDatabase,
  northwind: Northwind,
  staff: DemoStaff,
  now: Date,
): Promise<void> {
  const accountId = northwind.id;
  const { owner, administrator, billing, support, billingSupport } = northwind.contacts;
  const personsOf = async (contacts: readonly string[]) => {
    const rows = await db.contact.findMany({
      where: { accountId, id: { in: [...contacts] } },
      select: { personId: true },
    });
    return rows.flatMap(({ personId }) => personId ?? []);
  };
  const newest = { orderBy: { lastMessageAt: "desc" as const }, select: { id: true }, take: 3 };
  const answered = await db.ticket.findMany({ where: { accountId, status: "answered" }, ...newest });
  const waiting = await db.ticket.findMany({ where: { accountId, status: "open", department: "support" }, ...newest });
  const invoices = await db.invoice.findMany({
    where: { accountId, number: { not: null } },
    orderBy: { issuedAt: "desc" },
    select: { id: true },
    // The worker sends the newest one, and puts it behind the bell.
    skip: 1,
    take: 2,
  });
  const about = [
    ...answered.map(({ id }) => ({
      kind: "ticket-message",
      ticketId: id,
      to: [owner, administrator, support, billingSupport],
    })),
    ...invoices.map(({ id }) => ({
      kind: "invoice-issued",
      invoiceId: id,
      to: [owner, administrator, billing, billingSupport],
    })),
  ];
  for (const [index, { to, ...notification }] of about.entries()) {
    const createdAt = addMinutes(addDays(now, -index), -47 - 31 * index);
    const readAt = index % 2 === 0 ? null : addMinutes(createdAt, 20);
    const people = await personsOf(to);
    await db.notification.createMany({
      data: people.map((personId) => ({ ...notification, accountId, personId, createdAt, readAt })),
    });
  }
  await seedInvitations(db, accountId, now);
  for (const [index, { id: ticketId }] of waiting.entries()) {
    const createdAt = addMinutes(now, -35 - 400 * index);
    const team = [staff.supportId, staff.managerId];
    await db.notification.createMany({
      data: team.map((personId) => ({
        kind: "ticket-message",
        accountId,
        ticketId,
        personId,
        createdAt,
        times: index === 1 ? 2 : 1,
      })),
    });
  }
}

/** To groups that have not been joined yet, and to a folder; all were read days ago. */
async function seedInvitations(db: OwnerDatabase, accountId: string, now: Date): Promise<void> {
  const person = { contact: { select: { personId: true } } };
  const invited = await db.discussionMember.findMany({
    where: { accountId, joinedAt: null },
    select: { groupId: true, ...person },
  });
  const given = await db.folderAccess.findMany({
    where: { accountId, folder: { name: "Remuneration" } },
    select: { folderId: true, ...person },
  });
  const rows = [
    ...invited.map(({ contact, groupId }) => ({ kind: "discussion-invitation", discussionGroupId: groupId, contact })),
    ...given.map(({ contact, folderId }) => ({ kind: "folder-invitation", folderId, contact })),
  ];
  const createdAt = addMinutes(addDays(now, -6), -93);
  const readAt = addMinutes(createdAt, 34);
  await db.notification.createMany({
    data: rows.flatMap(({ contact: { personId }, ...about }) =>
      personId === null ? [] : [{ ...about, accountId, personId, createdAt, readAt }],
    ),
  });
}
