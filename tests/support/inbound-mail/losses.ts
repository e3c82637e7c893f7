import { addDays } from "@/lib/platform/kernel/dates";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildPerson } from "@/prisma/seed/builders/person";
import type { TestPortal } from "@/tests/fixtures/portal";

/** Somebody who got a mail about a ticket, and what becomes of their reply to it once they have lost something. */
export interface Loser {
  readonly email: string;
  readonly lose: () => Promise<unknown>;
  readonly then: After;
}

interface After {
  /** Whether what waits is sent all the same. */
  readonly sent: boolean;
  /** What becomes of their reply, and whether they are told that it wasn't added. */
  readonly reply: "joined" | "refused" | "waiting";
  readonly told: boolean;
}

const joined = { sent: false, reply: "joined", told: false } as const;
const refused = { sent: false, reply: "refused", told: true } as const;
/** Staff see it. Nobody is told: whoever has the address may be anybody. */
const waiting = { sent: false, reply: "waiting", told: false } as const;

type Take = (contactId: string, personId: string) => Promise<unknown>;

/** People of the account, each with something to lose. The ticket is one of support, about web-01. */
export async function losers(portal: TestPortal): Promise<ReadonlyMap<string, Loser>> {
  const { owner: db, demo } = portal;
  const { id: accountId, services } = demo.northwind;
  const off = (permission: "notices.support.receive" | "support.tickets.view"): Take => {
    const denied = { accountId, permission, effect: "off", givenByName: "Ingrid Solheim" } as const;
    return (contactId) => db.contactPermission.create({ data: { ...denied, contactId } });
  };
  const contact =
    (data: object): Take =>
    (id) =>
      db.contact.update({ where: { id }, data });
  const past = addDays(new Date(), -1);
  const table: Readonly<Record<string, readonly [Take, After]>> = {
    "their role was taken": [(contactId) => db.contactRole.deleteMany({ where: { contactId } }), refused],
    "their role ended": [
      (contactId) => db.contactRole.updateMany({ where: { contactId }, data: { endsAt: past } }),
      refused,
    ],
    "their access ended": [contact({ endsAt: past }), refused],
    "the department was taken": [contact({ departmentsOff: ["support"] }), refused],
    "they were limited to another service": [
      async (contactId, personId) => {
        await contact({ limitedToServices: true })(contactId, personId);
        await db.contactService.create({ data: { accountId, contactId, serviceId: services.web2 } });
      },
      refused,
    ],
    // The notification is a permission of its own.
    "they may no longer open tickets": [off("support.tickets.view"), { ...refused, sent: true }],
    "the notification was taken": [off("notices.support.receive"), joined],
    "they turned the notification off": [contact({ noticesOff: ["notices.support.receive"] }), joined],
    "they were suspended": [contact({ status: "suspended" }), waiting],
    "they were removed": [contact({ status: "removed", personId: null, removedAt: past }), waiting],
    "their login was suspended": [(_, id) => db.person.update({ where: { id }, data: { suspendedAt: past } }), waiting],
    "their address changed": [
      async (contactId, id) => {
        const email = `new-${contactId.slice(-12)}@northwind.example`;
        await contact({ email })(contactId, id);
        await db.person.update({ where: { id }, data: { email } });
      },
      waiting,
    ],
  };
  const entries = Object.entries(table).map(async ([what, [take, then]], index) => {
    const email = `loser-${index}@northwind.example`;
    const id = await buildContact(db, accountId, { email, name: `Loser ${index}`, roles: ["support"] });
    const { personId } = await db.contact.findUniqueOrThrow({ where: { id } });
    return [what, { email, lose: () => take(id, personId ?? ""), then }] as const;
  });
  return new Map(await Promise.all(entries));
}

/** The same of staff, who are told of what customers write. */
export async function losersOfStaff({ owner: db }: TestPortal): Promise<ReadonlyMap<string, Loser>> {
  const unheard = { ...refused, told: false };
  const person = (data: object) => (id: string) => db.person.update({ where: { id }, data });
  const table: Readonly<Record<string, readonly [(id: string) => Promise<unknown>, After]>> = {
    "they left the team": [(personId) => db.staffMember.delete({ where: { personId } }), waiting],
    "they moved to accounting": [
      (personId) => db.staffMember.update({ where: { personId }, data: { roles: ["accounting"] } }),
      unheard,
    ],
    "their login was suspended": [person({ suspendedAt: addDays(new Date(), -1) }), waiting],
    "their address changed": [person({ email: "new-colleague@portcullis.example" }), waiting],
  };
  const entries = Object.entries(table).map(async ([what, [take, then]], index) => {
    const email = `colleague-${index}@portcullis.example`;
    const staff = { roles: ["agent" as const], jobTitle: "Support engineer" };
    const id = await buildPerson(db, { email, name: `Colleague ${index}`, staff });
    return [what, { email, lose: () => take(id), then }] as const;
  });
  return new Map(await Promise.all(entries));
}
