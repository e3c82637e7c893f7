import { z } from "zod";
import { type Candidates, candidatesInput, ownershipCandidates } from "@/lib/accounts/core/ownership-candidates";
import { iso } from "@/lib/platform/kernel/dates";
import { notFound } from "@/lib/platform/kernel/problem";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can, canSome } from "@/lib/policy/evaluate";
import { type OfferRow, openOffer } from "./open-offer";
import { ownershipView } from "./schema";

/** The owner, for viewers who may see members. Only the owner and the intended new owner see a pending transfer. */
export const viewOwnership = defineQuery({
  name: "ownership.view",
  permission: "account.view",
  scope: "account",
  summary: "View who owns the account and any transfer that involves the viewer",
  activity: "view ownership",
  input: z.object(candidatesInput),
  output: ownershipView,
  http: { method: "GET", path: "/accounts/{accountId}/ownership" },
  run: async (context, asked) => {
    const { viewer, actor } = context;
    const [owner] = await context.members({ owner: true });
    if (owner === undefined) throw notFound();
    const gives = canSome(viewer, "account.ownership.transfer");
    const offer = await openOffer(context);
    const candidates = gives ? await ownershipCandidates(context, asked) : noCandidates;
    const concerned = offer !== null && (gives || offer.toContactId === actor.contactId);
    return {
      owner: concerned || gives || can(viewer, "people.members.view") ? party(owner) : null,
      youAreOwner: owner.contactId === actor.contactId,
      offer: concerned ? presentOffer(context, offer) : null,
      candidates: candidates.people.map(party),
      hasMoreCandidates: candidates.hasMore,
    };
  },
});

const noCandidates: Candidates = { people: [], hasMore: false };

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
