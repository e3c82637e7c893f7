import { z } from "zod";
import { canOwn } from "@/lib/accounts/core/can-own";
import { handOverOwnership } from "@/lib/accounts/core/hand-over-ownership";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { defineCommand } from "@/lib/platform/operations/operation";
import { isOwner } from "@/lib/policy/subject";
import { offerToMe } from "./open-offer";
import { tellOfOwnership } from "./tell-of-ownership";

/** The offered person takes the account over. The owner until now becomes an administrator. */
export const acceptOwnership = defineCommand({
  name: "ownership.accept",
  permission: "account.view",
  scope: "account",
  summary: "Accept the ownership of the account",
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
    const { fromContactId, toContactId } = offer;
    await db.ownershipTransfer.updateMany({
      where: { accountId: account.id, id: offerId, status: "offered" },
      data: { status: "accepted", decidedAt: now },
    });
    await handOverOwnership(db, { accountId: account.id, fromContactId, toContactId, by: { name: actor.name }, now });
    await tellOfOwnership(context, offer.from, {
      heading: `${actor.name} now owns ${account.name}`,
      text: `${actor.name} has accepted your offer. You are an administrator of the account from now on.`,
    });
    await tellOfOwnership(context, offer.to, {
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
