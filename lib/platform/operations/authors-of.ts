import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { staffViewer } from "@/lib/policy/staff-viewer";
import { type Viewer, viewerOf } from "@/lib/policy/viewer";

interface Place {
  readonly accountId: string;
  readonly people: readonly AccountMember[];
  readonly now: Date;
}

/**
 * The people who granted or offered something on an account, by person id, with their current access. Anyone who is no
 * longer a contact or on staff is missing.
 */
export async function authorsOf(
  db: ScopedDb,
  { accountId, people, now }: Place,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Viewer>> {
  const contacts = people.filter(({ hasLogin, subject }) => hasLogin && personIds.includes(subject.personId));
  const staff = await db.staffMember.findMany({
    where: { personId: { in: [...personIds] } },
    select: { personId: true, roles: true, person: { select: { suspendedAt: true } } },
  });
  return new Map([
    ...contacts.map(({ subject }) => [subject.personId, asInviter(subject)] as const),
    ...staff.map(({ personId, roles: staffRoles, person }) => {
      const colleague = { personId, staffRoles, suspended: person.suspendedAt !== null };
      return [personId, staffViewer(colleague, { id: accountId, closed: false }, now)] as const;
    }),
  ]);
}

/** A closed account or an area turned off doesn't disqualify the author: those are handled separately. */
const asInviter = (subject: AccountMember["subject"]) =>
  viewerOf({ ...subject, gates: { ...subject.gates, accountClosed: false, areasOff: [] } });
