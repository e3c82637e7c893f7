import { type KnownContact, knownContact, viewedContact, visibleContacts } from "@/lib/accounts/core/known-contact";
import type { Context } from "@/lib/platform/operations/operation";

/** The contact of the account with this address, for a command; null if nobody has it. */
export const contactAt = (context: Context, email: string) => find(context, email, knownContact);

/** The same for a page. */
export const viewedContactAt = (context: Context, email: string) => find(context, email, viewedContact);

async function find(context: Context, email: string, read: typeof knownContact): Promise<KnownContact | null> {
  const where = { AND: [visibleContacts(context), { email }] };
  const found = await context.db.contact.findFirst({ where, select: { id: true } });
  return found && read(context, found.id);
}
