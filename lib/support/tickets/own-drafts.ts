import type { Context } from "@/lib/platform/operations/operation";

/** The viewer's own drafts for one ticket, or for a new one (`null`): nobody reads those of others. */
export const ownDrafts = ({ account, actor }: Context<"account">, ticketId: string | null) => ({
  accountId: account.id,
  personId: actor.personId,
  ticketId,
});
