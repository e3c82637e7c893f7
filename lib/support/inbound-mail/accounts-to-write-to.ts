import { loadMemberships, type Membership } from "@/lib/platform/db/load-memberships";
import { asIdentity } from "@/lib/platform/db/transaction";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import type { SenderContact } from "./find-sender";
import type { Department } from "./known-address";

/** Whether somebody may open tickets in a department of one of their accounts, about no service. */
export const mayWriteTo = ({ subject, contactId }: Membership, department: Department): boolean =>
  can(viewerOf(subject), "support.tickets.open", { department, serviceId: null, openedByContactId: contactId });

/** The contacts of one sender on whose accounts they may open tickets in this department, as of now. */
export async function contactsToWriteAs(
  contacts: readonly SenderContact[],
  department: Department,
  now: Date,
): Promise<SenderContact[]> {
  const people = [...new Set(contacts.flatMap(({ personId }) => personId ?? []))];
  const held = await asIdentity(async (db) => {
    const all = [];
    for (const personId of people) all.push(...(await loadMemberships(db, personId, now)));
    return all;
  });
  const open = new Set(held.filter((one) => mayWriteTo(one, department)).map(({ contactId }) => contactId));
  return contacts.filter(({ contactId }) => open.has(contactId));
}
