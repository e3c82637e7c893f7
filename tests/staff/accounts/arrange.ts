import { accountRows } from "@/prisma/seed/builders/account";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { unique } from "@/tests/operations/arrange";

/** What staff enter to create an account. */
export const newAccount = (changes: object = {}) => ({
  name: "Halden Instruments",
  vatId: "NO912345678",
  addressLine1: "Storgata 12",
  postalCode: "1771",
  city: "Halden",
  country: "NO",
  currency: "NOK" as const,
  ownerName: "Solveig Aas",
  ownerEmail: `owner-${unique()}@halden.example`,
  locale: "nb-NO",
  timeZone: "Europe/Oslo",
  ...changes,
});

/** An account whose owner has not set a password yet. */
export async function waitingOwner(db: OwnerDatabase): Promise<string> {
  const owner = { email: `waiting-${unique()}@halden.example`, name: "Solveig Aas" };
  const { id: personId } = await db.person.create({ data: owner, select: { id: true } });
  const { account, contact } = accountRows({ number: `H-${unique()}`, name: "Halden Instruments", owner }, personId);
  await db.$transaction([db.account.createMany({ data: account }), db.contact.createMany({ data: contact })]);
  return account.id;
}
