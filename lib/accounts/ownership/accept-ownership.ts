import { z } from "zod";
import { canOwn } from "@/lib/accounts/core/can-own";
import { giverOf } from "@/lib/accounts/core/giver-of";
import { handOverOwnership } from "@/lib/accounts/core/hand-over-ownership";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { authorsOf } from "@/lib/platform/operations/authors-of";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { ownershipTransfer } from "@/lib/policy/ownership-transfer";
import { isOwner } from "@/lib/policy/subject";
import { notifyOwnership } from "./notify-ownership";
import { type OfferRow, offerToMe } from "./open-offer";

/** The offered person takes the account over. The owner until now becomes an administrator. */
export const acceptOwnership = defineCommand({
  name: "ownership.accept",
  permission: "account.view",
  scope: "account",
  summary: "Accept ownership of the account",
  activity: "accept ownership",
  lockAccount: true,
  input: z.object({ offerId: id }),
  output: z.object({ offerId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/ownership/offers/{offerId}/accept" },
  run: async (context, { offerId }) => {
    const { db, account, actor, realNow: now } = context;
    const offer = await offerToMe(context, offerId);
    if (account.closed) throw new Problem("conflict", "The account is closed: there is nothing to take over.");
    const people = await context.people();
    const owner = people.find((one) => isOwner(one.subject));
    const me = people.find((one) => one.contactId === actor.contactId);
    if (owner?.contactId !== offer.fromContactId)
      throw notFound("This offer was made by somebody who no longer owns it.");
    if (!me || !canOwn(me)) throw new Problem("conflict", "Confirm your email address first, then accept.");
    await demandAuthor(context, offer, owner, me);
    const { fromContactId, toContactId } = offer;
    await db.ownershipTransfer.updateMany({
      where: { accountId: account.id, id: offerId, status: "offered" },
      data: { status: "accepted", decidedAt: now },
    });
    await handOverOwnership(db, { accountId: account.id, fromContactId, toContactId, by: giverOf(context), now });
    await notifyOwnership(context, offer.from, {
      heading: `${actor.name} now owns ${account.name}`,
      text: `${actor.name} has accepted your offer. You are an administrator of the account from now on.`,
    });
    await notifyOwnership(context, offer.to, {
      heading: `You now own ${account.name}`,
      text: `You have accepted the ownership. ${offer.from.name} stays on as an administrator.`,
    });
    return {
      output: { offerId },
      audit: {
        summary: `Accepted the ownership of the account from ${offer.from.name}, who is an administrator now`,
        target: { type: "contact", id: toContactId },
        details: { before: { owner: fromContactId }, after: { owner: toContactId, administrator: fromContactId } },
      },
    };
  },
});

/** An offer is worth what whoever made it could still offer: the owner, or one of staff in the owner's name. */
async function demandAuthor(
  { db, account, people, realNow: now }: Context<"account">,
  { arrangedById }: OfferRow,
  owner: AccountMember,
  me: AccountMember,
): Promise<void> {
  const id = arrangedById ?? owner.subject.personId;
  const author = (await authorsOf(db, { accountId: account.id, people: await people(), now }, [id])).get(id);
  if (author !== undefined && ownershipTransfer(author, me).ok) return;
  throw new Problem("conflict", "Whoever made this offer can no longer make it. Ask the account owner for another.");
}
