import { z } from "zod";
import { canOwn } from "@/lib/accounts/core/can-own";
import { iso } from "@/lib/platform/kernel/dates";
import { notFound } from "@/lib/platform/kernel/problem";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can, canSome } from "@/lib/policy/evaluate";
import { ownershipTransfer } from "@/lib/policy/ownership-transfer";
import { isOwner } from "@/lib/policy/subject";
import { type OfferRow, openOffer } from "./open-offer";
import { ownershipView } from "./schema";

/** The owner, for viewers who may see members. Only the owner and the intended new owner see a pending transfer. */
export const viewOwnership = defineQuery({
  name: "ownership.view",
  permission: "account.view",
  scope: "account",
  summary: "View who owns the account and any transfer that involves the viewer",
  activity: "view ownership",
  input: z.object({}),
  output: ownershipView,
  http: { method: "GET", path: "/accounts/{accountId}/ownership" },
  run: async (context) => {
    const { viewer, actor } = context;
    const people = await context.people();
    const owner = people.find((one) => isOwner(one.subject));
    if (owner === undefined) throw notFound();
    const gives = canSome(viewer, "account.ownership.transfer");
    const offer = await openOffer(context);
    const concerned = offer !== null && (gives || offer.toContactId === actor.contactId);
    return {
      owner: concerned || gives || can(viewer, "people.members.view") ? party(owner) : null,
      youAreOwner: owner.contactId === actor.contactId,
      offer: concerned ? presentOffer(context, offer) : null,
      candidates: gives ? people.filter((one) => canOwn(one) && ownershipTransfer(viewer, one).ok).map(party) : [],
    };
  },
});

const party = ({ contactId, name }: { contactId: string; name: string }) => ({ contactId, name });

function presentOffer({ actor, realNow: now }: Context, offer: OfferRow) {
  return {
    id: offer.id,
    from: { contactId: offer.fromContactId, name: offer.from.name },
    to: { contactId: offer.toContactId, name: offer.to.name },
    offeredAt: iso(offer.offeredAt),
    expiresAt: iso(offer.expiresAt),
    over: offer.expiresAt <= now,
    toYou: offer.toContactId === actor.contactId,
  };
}
