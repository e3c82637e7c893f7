import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

const offerColumns = {
  id: true,
  fromContactId: true,
  toContactId: true,
  arrangedById: true,
  offeredAt: true,
  expiresAt: true,
  from: { select: { name: true, email: true } },
  to: { select: { name: true, email: true } },
} as const satisfies Prisma.OwnershipTransferSelect;

export type OfferRow = Prisma.OwnershipTransferGetPayload<{ select: typeof offerColumns }>;

/** The account's open offer, if there is one; its time may be over. */
export function openOffer({ db, account }: Context<"account">): Promise<OfferRow | null> {
  return db.ownershipTransfer.findFirst({ where: { accountId: account.id, status: "offered" }, select: offerColumns });
}

/**
 * The open offer made to the viewer, to be answered. That is theirs in person: seeing the account, which a token for
 * reading may do, is not enough to take it over. Throws a refusal for such a token, `not-found` where there is none with this id (others need not know of it),
 * `conflict` where it is too late.
 */
export async function offerToMe(context: Context<"account">, offerId: string): Promise<OfferRow> {
  await authorize(context, "profile.manage");
  const offer = await openOffer(context);
  if (offer === null || offer.id !== offerId || offer.toContactId !== context.actor.contactId) {
    throw notFound("There is no such offer to you. It may have been withdrawn.");
  }
  if (offer.expiresAt <= context.realNow)
    throw new Problem("conflict", "This offer is over. The owner can make another.");
  return offer;
}
