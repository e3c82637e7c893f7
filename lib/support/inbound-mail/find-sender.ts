import type { Prisma } from "@/lib/platform/db/generated/client";
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

/** Of one address more accounts than this aren't told apart. Which one is meant has to be said, and `contactOn` finds it. */
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
      select,
      orderBy: [{ accountId: "asc" }, { id: "asc" }],
      take: MOST_ACCOUNTS,
    });
    return {
      mailbox,
      staff: person?.staff ? { personId: person.id } : null,
      contacts: contacts.map(contactOf),
      locale: person?.locale ?? null,
    };
  });
}

/** The sender's contact on one account, however many they have. */
export async function contactOn({ mailbox, contacts }: Sender, accountId: string): Promise<SenderContact | undefined> {
  const known = contacts.find((one) => one.accountId === accountId);
  if (known !== undefined || contacts.length < MOST_ACCOUNTS) return known;
  const where = { accountId, email: mailbox.address, status: "active" } as const;
  const found = await asIdentity((db) => db.contact.findFirst({ where, select, orderBy: { id: "asc" } }));
  return found === null ? undefined : contactOf(found);
}

const select = { id: true, personId: true, accountId: true, account: { select: { name: true } } } as const;

const contactOf = ({
  id: contactId,
  personId,
  accountId,
  account,
}: Prisma.ContactGetPayload<{ select: typeof select }>) => ({
  ...{ contactId, personId, accountId },
  accountName: account.name,
});
