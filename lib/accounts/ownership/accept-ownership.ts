import { z } from "zod";
import { canOwn } from "@/lib/accounts/core/can-own";
import { giverOf } from "@/lib/accounts/core/giver-of";
import { handOverOwnership } from "@/lib/accounts/core/hand-over-ownership";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorsOf } from "@/lib/platform/operations/authors-of";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { ownershipTransfer } from "@/lib/policy/ownership-transfer";
import { isOwner } from "@/lib/policy/subject";
import { notifyOwnership } from "./notify-ownership";
import { type OfferRow, offerToMe } from "./open-offer";

/** Accepts an ownership transfer. The previous owner becomes an administrator. */
export const acceptOwnership = defineCommand({
  name: "ownership.accept",
  permission: "account.view",
  scope: "account",
  summary: "Accept ownership of the account",
  activity: "accept ownership",
  stepUp: "with-factor",
  lockAccount: true,
  input: z.object({ offerId: id }),
  output: z.object({ offerId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/ownership/offers/{offerId}/accept" },
  run: async (context, { offerId }) => {
    const { db, account, actor, realNow: now } = context;
    const offer = await offerToMe(context, offerId);
    if (account.closed) throw new Problem("conflict", t("This account is closed, so ownership can't be transferred."));
    const people = await context.people();
    const owner = people.find((one) => isOwner(one.subject));
    const me = people.find((one) => one.contactId === actor.contactId);
    if (owner?.contactId !== offer.fromContactId)
      throw notFound(t("The person who sent this request no longer owns the account."));
    if (!me || !canOwn(me)) throw new Problem("conflict", t("Confirm your email address before you accept."));
    await demandAuthor(context, offer, owner, me);
    const { fromContactId, toContactId } = offer;
    await db.ownershipTransfer.updateMany({
      where: { accountId: account.id, id: offerId, status: "offered" },
      data: { status: "accepted", decidedAt: now },
    });
    await handOverOwnership(db, { accountId: account.id, fromContactId, toContactId, by: giverOf(context), now });
    await notifyOwnership(context, offer.from, {
      heading: () => t("{name} now owns {account}", { name: actor.name, account: account.name }),
      text: () =>
        t("{name} accepted the ownership transfer. You are now an administrator of the account.", {
          name: actor.name,
        }),
    });
    await notifyOwnership(context, offer.to, {
      heading: () => t("You now own {account}", { account: account.name }),
      text: () => t("You accepted the ownership transfer. {name} is now an administrator.", { name: offer.from.name }),
    });
    return {
      output: { offerId },
      audit: {
        summary: say("Accepted ownership of the account from {name}, who is now an administrator", {
          name: offer.from.name,
        }),
        target: { type: "contact", id: toContactId },
        details: { before: { owner: fromContactId }, after: { owner: toContactId, administrator: fromContactId } },
      },
    };
  },
});

/** The sender must still be able to transfer ownership: the owner, or staff on the owner's behalf. */
async function demandAuthor(
  { db, account, people, realNow: now }: Context<"account">,
  { arrangedById }: OfferRow,
  owner: AccountMember,
  me: AccountMember,
): Promise<void> {
  const id = arrangedById ?? owner.subject.personId;
  const author = (await authorsOf(db, { accountId: account.id, people: await people(), now }, [id])).get(id);
  if (author !== undefined && ownershipTransfer(author, me).ok) return;
  throw new Problem(
    "conflict",
    t("The person who sent this request can no longer transfer ownership. Ask the account owner for a new one."),
  );
}
