import { lockName } from "@/lib/platform/db/lock-name";
import type { Context } from "@/lib/platform/operations/operation";

/** The viewer's own drafts for one ticket, or for a new one (`null`): nobody reads those of others. */
export const ownDrafts = ({ account, actor }: Context<"account">, ticketId: string | null) => ({
  accountId: account.id,
  personId: actor.personId,
  ticketId,
});

/** Waits while the viewer holds, undoes or types another reply to this ticket: there is one text, and a limit of what waits. */
export const lockDrafts = ({ db, account, actor }: Context<"account">, ticketId: string | null): Promise<void> =>
  lockName(db, `drafts ${account.id} ${actor.personId} ${ticketId}`);
