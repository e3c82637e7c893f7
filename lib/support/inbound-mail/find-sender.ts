import { asIdentity } from "@/lib/platform/db/transaction";
import type { Mailbox } from "./mail-facts";

/** A contact with the address of a mail's sender. */
export interface SenderContact {
  readonly contactId: string;
  /** Null without a login. */
  readonly personId: string | null;
  readonly accountId: string;
  readonly accountName: string;
}

export interface Sender {
  readonly mailbox: Mailbox;
  /** The staff member with this address. */
  readonly staff: { readonly personId: string } | null;
  readonly contacts: readonly SenderContact[];
  /** The language they read; null without a login. */
  readonly locale: string | null;
}

/** Of one address more accounts than this aren't told apart anyway. */
const MOST_ACCOUNTS = 20;

/** Who has the address in From. Not yet whether they wrote it, nor what they may do. */
export function findSender(mailbox: Mailbox): Promise<Sender> {
  return asIdentity(async (db) => {
    const person = await db.person.findUnique({
      where: { email: mailbox.address },
      select: { id: true, locale: true, staff: { select: { personId: true } } },
    });
    const contacts = await db.contact.findMany({
      where: { email: mailbox.address, status: "active" },
      select: { id: true, personId: true, accountId: true, account: { select: { name: true } } },
      orderBy: [{ accountId: "asc" }, { id: "asc" }],
      take: MOST_ACCOUNTS,
    });
    return {
      mailbox,
      staff: person?.staff ? { personId: person.id } : null,
      contacts: contacts.map(({ id, account, ...contact }) => ({
        ...contact,
        contactId: id,
        accountName: account.name,
      })),
      locale: person?.locale ?? null,
    };
  });
}
