import { canSome } from "@/lib/policy/evaluate";
import { isOver, isOwner, type Subject } from "@/lib/policy/subject";
import { type Viewer, viewerLookingAs, viewerOf } from "@/lib/policy/viewer";
import type { Actor } from "./credential";
import { type AccountMember, type Loaded, loadMembers } from "./load-subject";
import type { ScopedDb } from "./scoped-db";

/** Who acts, and as which viewer. */
export interface Viewing {
  readonly viewer: Viewer;
  readonly actor: Actor;
}

/**
 * The person a look is about. Rows that belong to a person and not to the account, such as drafts, notifications and prepared
 * files, are neither of the looker nor of whom they look as: nobody has this id.
 */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * The viewer of a sign-in that looks as somebody, on the account of the look. Null if it looks as nobody, or if the look has no
 * effect any more: whoever looks may not, or whom they look as can't sign in.
 */
export async function lookViewer(
  db: ScopedDb,
  { look, subject, actor, account }: Loaded,
  now: Date,
): Promise<Viewing | null> {
  if (look === null || look.accountId !== account?.id) return null;
  const [person] = await loadMembers(db, account.id, now, { ids: [look.contactId] });
  const looker = viewerOf(subject);
  if (person === undefined || !canBeLookedAt(person) || !canSome(looker, "people.members.look-as")) return null;
  const { name, email, contactId, emailVerified } = person;
  return {
    viewer: viewerLookingAs({ ...person.subject, personId: NOBODY }, looker),
    actor: {
      ...actor,
      ...{ personId: NOBODY, contactId, name, email, emailVerified, isStaff: false },
      look: { id: look.id, endsAt: look.endsAt, looker: actor },
    },
  };
}

/** Somebody who signs in, and could do so now. */
export function canBeLookedAt({ hasLogin, subject }: Pick<AccountMember, "hasLogin" | "subject">): boolean {
  return hasLogin && isUsable(subject);
}

function isUsable(subject: Subject): boolean {
  const { personSuspended, contactIsStaff, contactSuspended, contactEndsAt } = subject.gates;
  const ended = isOver(contactEndsAt, subject.now) && !isOwner(subject);
  return !personSuspended && !contactIsStaff && !contactSuspended && !ended;
}
