import { addMinutes } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "../builders/owner-database";
import type { Northwind } from "./northwind";

/** A permission that Jun Watanabe asked for from a refusal: to close one ticket, granted for the afternoon. */
export async function seedRecordGrants(db: OwnerDatabase, { id: accountId, contacts }: Northwind, now: Date) {
  const ticket = await db.ticket.findFirstOrThrow({ where: { accountId, subject: "Staging server still suspended" } });
  await db.recordGrant.create({
    data: {
      ...{ accountId, contactId: contacts.custom, permission: "support.tickets.close", ticketId: ticket.id },
      ...{ givenByName: "Ingrid Solheim", givenAt: addMinutes(now, -70), endsAt: addMinutes(now, 290) },
    },
  });
}
