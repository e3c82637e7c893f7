import { addDays, addMonths } from "@/lib/platform/kernel/dates";
import { type BuiltAccount, buildAccount } from "../builders/account";
import { buildContact } from "../builders/contact";
import type { OwnerDatabase } from "../builders/owner-database";
import type { PastInvoice, PastLine } from "../builders/past-rows";
import { buildService } from "../builders/service";
import { buildTicket } from "../builders/ticket";

export interface Globex extends BuiltAccount {
  readonly supportContactId: string;
  readonly serviceId: string;
  readonly archiveId: string;
}

/** Globex Labs: a second account, where Northwind's billing contact has the support role. */
export async function seedGlobex(db: OwnerDatabase, now: Date): Promise<Globex> {
  const account = await buildAccount(db, {
    number: "C-10057",
    name: "Globex Labs",
    legalName: "Globex Labs GmbH",
    vatId: "DE312456782",
    addressLine1: "Torstraße 44",
    postalCode: "10119",
    city: "Berlin",
    country: "DE",
    phone: "+49 30 555 0199",
    createdAt: addMonths(now, -14),
    owner: { email: "owner@globex.example", name: "Viktor Lindqvist", jobTitle: "Founder" },
  });
  const supportContactId = await buildContact(db, account.id, {
    email: "billing@northwind.example",
    name: "Priya Raman",
    jobTitle: "Adviser",
    roles: ["support"],
    givenBy: "Viktor Lindqvist",
    createdAt: addMonths(now, -6),
  });
  const serviceId = await buildService(db, account.id, {
    product: "vps-l",
    name: "lab-01.globex.example",
    location: "Frankfurt, FRA-1",
    startedAt: addMonths(now, -13),
    renewsAt: addDays(now, 17),
    credentials: [
      { label: "SSH", username: "globex", secret: "Velvet-Quarry-72-Stork", url: "ssh://lab-01.globex.example" },
    ],
  });
  const archiveId = await buildService(db, account.id, {
    product: "object-5t",
    name: "Measurement archive",
    location: "Frankfurt, FRA-1",
    startedAt: addMonths(now, -8),
    renewsAt: addDays(now, 17),
  });
  await buildService(db, account.id, {
    product: "vps-m",
    name: "lab-02.globex.example",
    location: "Frankfurt, FRA-1",
    startedAt: addDays(now, -1),
    renewsAt: addMonths(addDays(now, -1), 1),
    settingUp: true,
  });
  await seedTickets(db, account.id, supportContactId, account.ownerContactId, serviceId, now);
  await db.paymentMethod.create({
    data: {
      accountId: account.id,
      kind: "sepaDebit",
      brand: "Berliner Sparkasse",
      last4: "0731",
      holder: "Globex Labs GmbH",
      isDefault: true,
    },
  });
  return { ...account, supportContactId, serviceId, archiveId };
}

/** A year of invoices, all paid except the newest, whose lines are `globexLines(…, 0)`. */
export function globexPast(globex: Globex, now: Date): PastInvoice[] {
  return Array.from({ length: 12 }, (_, index) => {
    const ago = 12 - index;
    const issuedAt = addDays(addMonths(now, -ago), -2);
    const end = { paidAt: addDays(issuedAt, 3), paidBy: "Berliner Sparkasse •••• 0731", payerName: "Viktor Lindqvist" };
    return { accountId: globex.id, issuedAt, lines: globexLines(globex, ago, now), end };
  });
}

export function globexLines({ serviceId, archiveId }: Globex, ago: number, now: Date): PastLine[] {
  const renewsAt = addDays(now, 17);
  const month = { periodStart: addMonths(renewsAt, -ago - 1), periodEnd: addMonths(renewsAt, -ago) };
  const recurring = { kind: "recurring" as const, ...month };
  return [
    { ...recurring, description: "Virtual server L, lab-01.globex.example", unitMinor: 6990n, serviceId },
    ...(ago <= 8
      ? [
          {
            ...recurring,
            description: "Object storage 5 TB, Measurement archive",
            unitMinor: 5900n,
            serviceId: archiveId,
          },
        ]
      : []),
  ];
}

async function seedTickets(
  db: OwnerDatabase,
  accountId: string,
  priyaId: string,
  viktorId: string,
  serviceId: string,
  now: Date,
): Promise<void> {
  const priya = { contactId: priyaId, name: "Priya Raman" };
  const viktor = { contactId: viktorId, name: "Viktor Lindqvist" };
  const texts = [
    {
      by: viktor,
      days: 210,
      subject: "GPU for lab-01?",
      ask: "Can a GPU be added to a virtual server?",
      answer: "Not to this one, but we have dedicated servers with one from next quarter on.",
    },
    {
      by: viktor,
      days: 160,
      subject: "Change the renewal day",
      ask: "Could all services renew on the same day?",
      answer: "From next month on they renew on the 9th.",
    },
    {
      by: priya,
      days: 88,
      subject: "Archive bucket rejects uploads",
      ask: "PUT has returned 403 since this morning.",
      answer: "The access key had expired. You'll find a new one under the service's credentials.",
    },
    {
      by: priya,
      days: 40,
      subject: "Snapshot before the experiment",
      ask: "Please take a snapshot of lab-01 on Thursday evening.",
      answer: "Taken at 20:05 UTC, kept for 14 days.",
    },
    {
      by: priya,
      days: 11,
      subject: "Clock on lab-01 drifts",
      ask: "The clock is 40 seconds ahead of our instruments.",
      answer: "chrony pointed to a dead server. It's fixed now. Please keep an eye on it for a day.",
    },
    {
      by: priya,
      days: 2,
      subject: "Second network interface for the instrument VLAN",
      ask: "We need lab-01 in VLAN 318 as well. Is that possible without a reinstall?",
    },
  ];
  for (const { by, days, subject, ask, answer } of texts) {
    await buildTicket(db, accountId, {
      subject,
      serviceId,
      openedBy: by,
      openedAt: addDays(now, -days),
      status: answer === undefined ? "open" : days > 30 ? "closed" : "answered",
      messages: [{ body: ask }, ...(answer === undefined ? [] : [{ body: answer, staff: "Sam Whitfield" }])],
    });
  }
}
