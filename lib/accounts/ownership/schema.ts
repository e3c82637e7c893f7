import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";

const party = z.object({ contactId: id, name: z.string() });

/** An offer of ownership that waits for an answer, or that nobody answered in time. */
export const ownershipOffer = z.object({
  id,
  from: party,
  to: party,
  offeredAt: isoDateTime,
  expiresAt: isoDateTime,
  over: z.boolean(),
  /** Made to the viewer. */
  toYou: z.boolean(),
});
export type OwnershipOffer = z.infer<typeof ownershipOffer>;

/** Who owns the account, and the offer that the viewer may know of. */
export const ownershipView = z.object({
  /** Null for a viewer who may not see members. */
  owner: party.nullable(),
  youAreOwner: z.boolean(),
  offer: ownershipOffer.nullable(),
  /** To whom the viewer could offer it. */
  candidates: z.array(party),
});
export type OwnershipView = z.infer<typeof ownershipView>;
