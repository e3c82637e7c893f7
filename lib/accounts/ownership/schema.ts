import { z } from "zod";
import { MOST_CANDIDATES } from "@/lib/accounts/core/ownership-candidates";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";

const party = z.object({ contactId: id, name: z.string() });

/** An ownership transfer that is pending or has expired unanswered. */
export const ownershipOffer = z.object({
  id,
  from: party,
  to: party,
  offeredAt: isoDateTime,
  expiresAt: isoDateTime,
  over: z.boolean(),
  /** Whether the viewer is the intended new owner. */
  toYou: z.boolean(),
});
export type OwnershipOffer = z.infer<typeof ownershipOffer>;

/** The owner, and the pending transfer if the viewer may know of it. */
export const ownershipView = z.object({
  /** Null if the viewer may not see members. */
  owner: party.nullable(),
  youAreOwner: z.boolean(),
  offer: ownershipOffer.nullable(),
  /** The people the viewer could transfer ownership to, at most 25 of them, and the one asked for. */
  candidates: z.array(party).max(MOST_CANDIDATES),
  /** There are more: search for them. */
  hasMoreCandidates: z.boolean(),
});
export type OwnershipView = z.infer<typeof ownershipView>;
