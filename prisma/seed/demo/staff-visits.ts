import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "../builders/owner-database";
import type { Northwind } from "./northwind";
import type { DemoStaff } from "./staff";

const minutes = (now: Date, count: number) => addMinutes(now, -count);

/** Who of our staff has Northwind open, who asks for it and who had it, and what they opened. Northwind approves login details. */
export async function seedStaffVisits(db: OwnerDatabase, northwind: Northwind, staff: DemoStaff, now: Date) {
  const { id: accountId, services, contacts } = northwind;
  await db.account.update({ where: { id: accountId }, data: { staffApproval: "login-details" } });
  const [ticket] = await db.ticket.findMany({
    where: { accountId, department: "support", isClosed: false },
    orderBy: { lastMessageAt: "desc" },
    take: 1,
  });
  const { personId } = await db.contact.findUniqueOrThrow({ where: { id: contacts.owner } });
  const ingrid = { answeredById: personId, answeredByName: "Ingrid Solheim" };
  const sam = { accountId, personId: staff.supportId, staffName: "Sam Whitfield" };
  const claire = { accountId, personId: staff.accountingId, staffName: "Claire Dubois" };
  const renata = { accountId, personId: staff.managerId, staffName: "Renata Kowalska" };
  const approved = { ...sam, ...ingrid, approval: "approved", answeredAt: minutes(now, 85), hours: 4 };
  const [open, past] = await db.staffVisit.createManyAndReturn({
    data: [
      {
        ...approved,
        ...(ticket
          ? { reason: "ticket", ticketId: ticket.id, ticketNumber: ticket.number }
          : { reason: "support", note: "You called." }),
        ...{ startedAt: minutes(now, 90), endsAt: addMinutes(now, 155) },
      },
      {
        ...renata,
        ...{ reason: "security", note: "Checked that nobody else used the account after the stolen laptop.", hours: 4 },
        ...{ startedAt: addDays(now, -12), endsAt: addMinutes(addDays(now, -12), 240) },
        ...{ endedAt: addMinutes(addDays(now, -12), 75), endedBy: "owner", endedByName: "Ingrid Solheim" },
      },
      {
        ...claire,
        ...{ reason: "billing", note: "A refund that your bank sent back to us.", hours: 4, approval: "waiting" },
        ...{ startedAt: minutes(now, 35), endsAt: addMinutes(now, 1405) },
      },
    ],
    select: { id: true },
  });
  const line = (at: Date, operation: string, activity: string, times = 1) => ({
    ...{ operation, activity, times, changes: false, firstAt: at, lastAt: at },
    foldKey: `demo ${operation} ${at.getTime()}`,
  });
  const web2 = { recordType: "service", recordId: services.web2, recordName: "web-02.northwind.example" };
  const ofSam = { ...sam, visitId: open?.id };
  const ofRenata = { ...renata, visitId: past?.id };
  const read = { recordType: "ticket", recordId: ticket?.id, recordName: `#${ticket?.number} ${ticket?.subject}` };
  await db.staffRead.createMany({
    data: [
      { ...sam, ...read, ...line(minutes(now, 92), "tickets.view", "view a ticket", 3) },
      { ...ofSam, ...web2, ...line(minutes(now, 80), "services.view", "view a service", 2) },
      {
        ...ofSam,
        ...{ ...web2, recordName: null },
        ...line(minutes(now, 78), "services.list-credentials", "view which credentials a service has"),
      },
      { ...ofSam, ...line(minutes(now, 77), "people.list", "view members") },
      { ...ofRenata, ...line(addDays(now, -12), "activity.list", "view the activity log", 4) },
      {
        ...ofRenata,
        ...{ recordType: "contact", recordId: contacts.support, recordName: "Tomás Herrera Villanueva" },
        ...line(addMinutes(addDays(now, -12), 20), "people.view", "view a member"),
      },
    ],
  });
}
