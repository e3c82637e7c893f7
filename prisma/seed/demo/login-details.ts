import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import type { OwnerDatabase } from "../builders/owner-database";
import type { Northwind } from "./northwind";

/** Who saw the login details of a server, and the links that were sent to them. */
export async function seedLoginDetails(
  db: OwnerDatabase,
  { id: accountId, services, contacts }: Northwind,
  now: Date,
): Promise<void> {
  const ofWeb2 = { accountId, serviceId: services.web2 };
  const tomas = { contactId: contacts.support, contactName: "Tomás Herrera Villanueva" };
  const ingrid = { contactId: contacts.owner, contactName: "Ingrid Solheim" };
  await db.credentialReveal.createMany({
    data: [
      { ...ofWeb2, ...tomas, label: "SSH", at: addMinutes(now, -133) },
      { ...ofWeb2, ...ingrid, label: "Control panel", byLink: true, at: addDays(now, -46) },
      { ...ofWeb2, ...ingrid, label: "SSH", byLink: true, at: addDays(now, -46) },
    ],
  });
  const sent = { createdAt: addDays(now, -47), expiresAt: addDays(now, -40) };
  const link = (contactId: string) => ({ ...ofWeb2, ...sent, contactId, tokenHash: hashToken(newSecretToken()) });
  await db.credentialLink.createMany({
    data: [
      { ...link(contacts.owner), usedAt: addDays(now, -46) },
      link(contacts.administrator),
      link(contacts.support),
    ],
  });
}
