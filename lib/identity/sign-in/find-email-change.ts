import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asIdentity } from "@/lib/platform/db/transaction";
import { hashToken } from "@/lib/platform/kernel/secret-token";

/** The change that a link asks to confirm. */
export interface EmailChangeView {
  readonly oldEmail: string;
  readonly newEmail: string;
  /** Which address this link was sent to. */
  readonly side: "old" | "new";
  /** This address is confirmed, the other isn't yet. */
  readonly confirmed: boolean;
}

/** Reading a link confirms nothing. Null if the change is completed, expired, cancelled or unknown. */
export async function findEmailChange(token: string): Promise<EmailChangeView | null> {
  const change = await asIdentity((db) => openChange(db, token, new Date()));
  if (change === null) return null;
  const { side, person, newEmail, oldConfirmedAt, newConfirmedAt } = change;
  const confirmed = (side === "old" ? oldConfirmedAt : newConfirmedAt) !== null;
  return { oldEmail: person.email, newEmail, side, confirmed };
}

/** The pending change behind one of its two links. */
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
      person: { select: { id: true, name: true, email: true, locale: true } },
    },
  });
  if (change === null) return null;
  const { oldTokenHash, ...rest } = change;
  return { ...rest, side: oldTokenHash === hash ? ("old" as const) : ("new" as const) };
}
