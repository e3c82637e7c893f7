import { contact, noOffer, nothing, offer } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

/** The caller's own contact, unless they are the owner, staff, or of another account. */
const ownSeat = async ({ portal, accountId, email }: Arrangement) =>
  (await portal.owner.contact.findFirst({ where: { accountId, email, ownedAccount: null } }))?.id;

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                               own adm bil sup b+s cus age acc man
  // Only the intended new owner can see the transfer, and owners can't transfer to themselves.
  "ownership.accept":    { may: " ?   +   +   +   +   +   ?   ?   ? ", sample: async (at) => ({ offerId: await offer(at, (await ownSeat(at)) ?? (await contact(at))) }) },
  "ownership.decline":   { may: " ?   +   +   +   +   +   ?   ?   ? ", sample: async (at) => ({ offerId: await offer(at, (await ownSeat(at)) ?? (await contact(at))) }) },
  "ownership.offer":     { may: " +   -   -   -   -   -   -   -   - ", sample: async (at) => {
    await noOffer(at);
    return { contactId: await contact(at, { roles: ["administrator"] }) };
  } },
  "ownership.view":      { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "ownership.withdraw":  { may: " +   -   -   -   -   -   -   -   - ", sample: async (at) => ({ offerId: await offer(at, await contact(at)) }) },
};
