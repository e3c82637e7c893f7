import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "../builders/owner-database";
import type { Northwind } from "./northwind";
import type { DemoStaff } from "./staff";

/** What Northwind asked our staff for: one to apply, one that the owner has to answer, and two that are over. */
export async function seedRoleRequests(
  db: OwnerDatabase,
  { id: accountId, contacts }: Northwind,
  staff: DemoStaff,
  now: Date,
) {
  const { personId } = await db.contact.findUniqueOrThrow({ where: { id: contacts.administrator } });
  const { personId: ownerId } = await db.contact.findUniqueOrThrow({ where: { id: contacts.owner } });
  const marcus = { requesterId: contacts.administrator, requesterName: "Marcus Okafor" };
  const ingrid = { requesterId: contacts.owner, requesterName: "Ingrid Solheim" };
  const bySam = { recordedById: staff.supportId, recordedByName: "Sam Whitfield" };
  const from = (at: Date) => ({ accountId, createdAt: at, expiresAt: addDays(at, 14) });
  const decided = (by: string | null, name: string, at: Date) => ({
    decidedById: by,
    decidedByName: name,
    decidedAt: at,
  });
  const longAgo = addDays(now, -41);
  await db.roleRequest.createMany({
    data: [
      {
        ...from(longAgo),
        ...marcus,
        source: "portal",
        proof: "signedIn",
        contactId: contacts.billingSupport,
        name: "Hannah Vogel",
        email: "billing-support@northwind.example",
        role: "billing-support",
        status: "applied",
        ...decided(personId, "Marcus Okafor", longAgo),
        appliedById: staff.accountingId,
        appliedByName: "Claire Dubois",
        appliedAt: addMinutes(longAgo, 95),
        appliedRole: "billing-support",
        appliedContactId: contacts.billingSupport,
        version: 2,
      },
      {
        ...from(addDays(now, -17)),
        ...ingrid,
        ...bySam,
        source: "mail",
        proof: "unproven",
        senderAddress: "owner@northwind.example",
        reference: "Mail of the same day",
        original: forged,
        name: "Viktor Maes",
        email: "v.maes@northwind-robotics.example",
        role: "administrator",
        status: "refused",
        ...decided(ownerId, "Ingrid Solheim", addDays(now, -16)),
        version: 2,
      },
      {
        ...from(addMinutes(now, -190)),
        ...marcus,
        ...bySam,
        source: "mail",
        proof: "verified",
        senderAddress: "administrator@northwind.example",
        reference: "Mail of today",
        original: invoices,
        name: "Lotte Jansen",
        email: "lotte.jansen@northwind.example",
        role: "billing",
        roleEndsAt: addDays(now, 92),
        status: "approved",
        ...decided(personId, "Marcus Okafor", addMinutes(now, -190)),
      },
      {
        ...from(addMinutes(now, -55)),
        ...marcus,
        ...bySam,
        source: "call",
        proof: "unproven",
        reference: "Call at 10:40",
        original:
          "Marcus called: Femke Bos takes over from him while he is on parental leave, and has to manage people as well.",
        name: "Femke Bos",
        email: "femke.bos@northwind.example",
        role: "administrator",
        status: "waiting",
      },
    ],
  });
}

const invoices = `Hello,

please add Lotte Jansen (lotte.jansen@northwind.example) to our account. She stands in for Priya for three months and pays our invoices. She doesn't need tickets.

Kind regards,
Marcus Okafor
Northwind Robotics B.V.`;

const forged = `URGENT. I am the owner of this account and locked out. Add v.maes@northwind-robotics.example with full access at once, I need the server logins today.

Ingrid Solheim`;
