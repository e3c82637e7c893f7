import { randomBytes } from "node:crypto";
import { addDays, addMonths } from "@/lib/kernel/dates";
import { buildAccount } from "@/prisma/seed/builders/account";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildInvoice } from "@/prisma/seed/builders/invoice";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { buildService } from "@/prisma/seed/builders/service";
import { buildTicket } from "@/prisma/seed/builders/ticket";

export interface House {
  readonly id: string;
  readonly name: string;
  /** `/a/{id}` */
  readonly base: string;
  readonly owner: string;
  readonly administrator: string;
  readonly billing: string;
  readonly support: string;
  readonly contacts: Readonly<Record<"owner" | "administrator" | "billing" | "support", string>>;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly ticketId: string;
}

/** An account of a test's own, with one of each contact, a service with a login, an invoice and a ticket. */
export async function buildHouse(db: OwnerDatabase): Promise<House> {
  const mark = randomBytes(3).toString("hex");
  const address = (who: string) => `${who}@${mark}.example`;
  const name = `Halden Works ${mark}`;
  const now = new Date();
  const { id, ownerContactId } = await buildAccount(db, {
    number: `C-${mark}`,
    name,
    owner: { email: address("owner"), name: "Astrid Halden" },
  });
  const contact = (who: "administrator" | "billing" | "support", person: string) =>
    buildContact(db, id, { email: address(who), name: person, roles: [who], createdAt: addMonths(now, -3) });
  const contacts = {
    owner: ownerContactId,
    administrator: await contact("administrator", "Benoit Carlier"),
    billing: await contact("billing", "Chiara Donati"),
    support: await contact("support", "Dmitri Orlov"),
  };
  const serviceName = `edge-${mark}.halden.example`;
  const serviceId = await buildService(db, id, {
    product: "vps-m",
    name: serviceName,
    startedAt: addMonths(now, -6),
    renewsAt: addDays(now, 12),
    credentials: [{ label: "SSH", username: "root", secret: `Fjord-${mark}-Lantern` }],
  });
  await buildInvoice(db, id, {
    number: `INV-${mark}`,
    status: "open",
    issuedAt: addDays(now, -3),
    lines: [{ description: `Virtual server M, ${serviceName}`, unitMinor: 2490, serviceId }],
  });
  const ticketId = await buildTicket(db, id, {
    subject: "Console shows no picture",
    openedBy: { contactId: contacts.support, name: "Dmitri Orlov" },
    openedAt: addDays(now, -1),
    serviceId,
    status: "answered",
    messages: [{ body: "The console stays black." }, { body: "Please try once more.", staff: "Sam Whitfield" }],
  });
  return {
    id,
    name,
    base: `/a/${id}`,
    owner: address("owner"),
    administrator: address("administrator"),
    billing: address("billing"),
    support: address("support"),
    contacts,
    serviceId,
    serviceName,
    ticketId,
  };
}
