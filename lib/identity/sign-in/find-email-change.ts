import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asIdentity } from "@/lib/platform/db/transaction";
import { hashToken } from "@/lib/platform/kernel/secret-token";

/** What a link asks one of two addresses to confirm. */
export interface EmailChangeView {
  readonly oldEmail: string;
  readonly newEmail: string;
  /** The address that this link was sent to. */
  readonly side: "old" | "new";
  /** This side has confirmed already, and waits for the other. */
  readonly confirmed: boolean;
}

/** Looking at a link confirms nothing. Null once the change is done, over, dropped or unknown. */
export async function findEmailChange(token: string): Promise<EmailChangeView | null> {
  const change = await asIdentity((db) => openChange(db, token, new Date()));
  if (change === null) return null;
  const { side, person, newEmail, oldConfirmedAt, newConfirmedAt } = change;
  const confirmed = (side === "old" ? oldConfirmedAt : newConfirmedAt) !== null;
  return { oldEmail: person.email, newEmail, side, confirmed };
}

/** The change behind one of its two links, while it waits. */
export async function openChange(db: ScopedDb, token: string, now: Date) {
  const hash = hashToken(token);
  const change = await db.emailChange.findFirst({
    where: { OR: [{ oldTokenHash: hash }, { newTokenHash: hash }], doneAt: null, expiresAt: { gt: now } },
    select: {
      id: true,
      newEmail: true,
      oldTokenHash: true,
      oldConfirmedAt: true,
      newConfirmedAt: true,
      person: { select: { id: true, name: true, email: true } },
    },
  });
  if (change === null) return null;
  const { oldTokenHash, ...rest } = change;
  return { ...rest, side: oldTokenHash === hash ? ("old" as const) : ("new" as const) };
}
