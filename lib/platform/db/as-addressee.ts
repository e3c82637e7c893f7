import { viewerOf } from "@/lib/policy/viewer";
import { asReader, type Reader } from "./as-reader";
import { scopeOf } from "./database-scope";
import { type AccountMember, loadMembers } from "./load-subject";
import { openTransaction } from "./open-transaction";

/** Someone a mail is for, with the access that they have when it is sent. */
export interface Addressee extends Pick<Reader, "db" | "viewer" | "account"> {
  /** Where they get their mail now. */
  readonly email: string;
  /** With or without a login; null for staff. */
  readonly contact: AccountMember | null;
}

interface AddresseeOptions {
  readonly accountId: string;
  /** One of the two: a contact, or somebody of staff. */
  readonly contactId: string | null;
  readonly personId: string | null;
  readonly now: Date;
}

/**
 * A job's transaction in the name of whoever a mail waits for: like `asReader`, and for contacts without a login too. Null if they
 * have no place on the account any more.
 */
export const asAddressee = <T>(
  { contactId, personId, ...place }: AddresseeOptions,
  work: (addressee: Addressee) => Promise<T>,
): Promise<T | null> =>
  contactId === null
    ? asColleague({ ...place, personId: personId ?? "" }, work)
    : asContact({ ...place, contactId }, work);

const asColleague = <T>(
  who: { readonly accountId: string; readonly personId: string; readonly now: Date },
  work: (addressee: Addressee) => Promise<T>,
): Promise<T | null> =>
  asReader(who, async ({ db, viewer, account, email, noticesOff }) =>
    noticesOff === null ? work({ db, viewer, account, email, contact: null }) : null,
  );

const asContact = <T>(
  { accountId, contactId, now }: { readonly accountId: string; readonly contactId: string; readonly now: Date },
  work: (addressee: Addressee) => Promise<T>,
): Promise<T | null> =>
  openTransaction(async (as) => {
    const identity = as(scopeOf("portcullis_identity"));
    const [contact] = await loadMembers(identity, accountId, now, { ids: [contactId] });
    if (contact === undefined) return null;
    const { email, hasLogin, subject } = contact;
    const db = as({ role: "portcullis_app", accountId, personId: hasLogin ? subject.personId : null });
    const account = await db.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { id: true, number: true, name: true, status: true },
    });
    const { status, ...facts } = account;
    return work({
      db,
      viewer: viewerOf(subject),
      account: { ...facts, closed: status === "closed" },
      email,
      contact,
    });
  });
