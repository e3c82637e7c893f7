import { addDays, addMonths } from "@/lib/platform/kernel/dates";
import { type BuiltAccount, buildAccount } from "../builders/account";
import { buildContact } from "../builders/contact";
import type { OwnerDatabase } from "../builders/owner-database";
import type { PastInvoice } from "../builders/past-rows";
import { buildTicket } from "../builders/ticket";

/** Bluewater Shipping: a closed account. Its people can still download invoices, and nothing else. */
export async function seedBluewater(db: OwnerDatabase, now: Date): Promise<BuiltAccount> {
  const account = await buildAccount(db, {
    number: "C-10011",
    name: "Bluewater Shipping",
    legalName: "Bluewater Shipping Ltd",
    addressLine1: "18 Albert Dock",
    postalCode: "L3 4AF",
    city: "Liverpool",
    country: "GB",
    status: "closed",
    createdAt: addMonths(now, -30),
    closedAt: addMonths(now, -5),
    owner: { email: "owner@bluewater.example", name: "Eleanor Marsh" },
  });
  await buildContact(db, account.id, {
    email: "support@bluewater.example",
    name: "Callum Reid",
    roles: ["support"],
    givenBy: "Eleanor Marsh",
  });
  const eleanor = { contactId: account.ownerContactId, name: "Eleanor Marsh" };
  await buildTicket(db, account.id, {
    subject: "Copy of our data before closing",
    openedBy: eleanor,
    openedAt: addMonths(now, -6),
    status: "closed",
    messages: [
      { body: "We are merging with another line. How do we get a full copy of the server?" },
      { body: "A disk image is ready for download for 14 days.", staff: "Sam Whitfield" },
    ],
  });
  await buildTicket(db, account.id, {
    subject: "Please close the account",
    openedBy: eleanor,
    openedAt: addMonths(now, -5),
    status: "closed",
    department: "sales",
    messages: [
      { body: "Everything is moved. Please close the account." },
      { body: "Closed today. Invoices stay available to you here.", staff: "Renata Kowalska" },
    ],
  });
  return account;
}

/** Its invoices until it was closed, all paid. Outside the EU, so without tax. */
export const bluewaterPast = (account: BuiltAccount, now: Date): PastInvoice[] =>
  Array.from({ length: 11 }, (_, index) => {
    const issuedAt = addMonths(now, index - 16);
    return {
      accountId: account.id,
      issuedAt,
      lines: [{ kind: "oneOff", description: "Virtual server S, tracking.bluewater.example", unitMinor: 1290n }],
      end: { paidAt: addDays(issuedAt, 3), paidBy: "Visa •••• 4242", payerName: "Eleanor Marsh" },
    };
  });
