import type { StaffRole } from "@/lib/policy/roles";
import { staffViewer } from "@/lib/policy/staff-viewer";
import { type Viewer, viewerOf } from "@/lib/policy/viewer";
import type { AccountFacts } from "./credential";
import { scopeOf } from "./database-scope";
import { loadMemberships } from "./load-memberships";
import { openTransaction } from "./open-transaction";
import type { ScopedDb } from "./scoped-db";

/** Someone who is told of something: as the viewer that they are on this account now. */
export interface Reader {
  readonly db: ScopedDb;
  readonly viewer: Viewer;
  readonly account: AccountFacts;
  readonly email: string;
  readonly locale: string;
  /** Optional notifications that a contact has turned off for themselves; null for staff, whose mails come with their work. */
  readonly noticesOff: readonly string[] | null;
}

/**
 * A job's transaction in the name of a person who isn't asking, such as one who is sent something: with the access they have
 * now. Null if they have no place on the account any more.
 */
export const asReader = <T>(
  { personId, accountId, now }: { readonly personId: string; readonly accountId: string; readonly now: Date },
  work: (reader: Reader) => Promise<T>,
): Promise<T | null> =>
  openTransaction(async (as) => {
    const identity = as(scopeOf("portcullis_identity"));
    const db = as({ role: "portcullis_app", accountId, personId });
    const found = await db.account.findUnique({
      where: { id: accountId },
      select: { id: true, number: true, name: true, status: true },
    });
    const person = await identity.person.findUnique({
      where: { id: personId },
      select: { suspendedAt: true, email: true, locale: true, staff: { select: { roles: true } } },
    });
    if (found === null || person === null) return null;
    const { status, ...facts } = found;
    const account = { ...facts, closed: status === "closed" };
    const reader = await readerOf(identity, { personId, person, account, now });
    return reader === null ? null : work({ ...reader, db, account, email: person.email, locale: person.locale });
  });

interface ReaderFacts {
  readonly personId: string;
  readonly person: {
    readonly suspendedAt: Date | null;
    readonly staff: { readonly roles: readonly StaffRole[] } | null;
  };
  readonly account: AccountFacts;
  readonly now: Date;
}

async function readerOf(
  identity: ScopedDb,
  { personId, person, account, now }: ReaderFacts,
): Promise<Pick<Reader, "viewer" | "noticesOff"> | null> {
  if (person.staff !== null) {
    const staff = { personId, staffRoles: person.staff.roles, suspended: person.suspendedAt !== null };
    return { viewer: staffViewer(staff, account, now), noticesOff: null };
  }
  const own = (await loadMemberships(identity, personId, now)).find((one) => one.account.id === account.id);
  return own === undefined ? null : { viewer: viewerOf(own.subject), noticesOff: own.noticesOff };
}
