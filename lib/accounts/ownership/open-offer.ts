import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
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

/** The account's unanswered ownership transfer, if any; it may have expired. */
export function openOffer({ db, account }: Context<"account">): Promise<OfferRow | null> {
  return db.ownershipTransfer.findFirst({ where: { accountId: account.id, status: "offered" }, select: offerColumns });
}

/**
 * The pending transfer to the viewer. Answering it requires `profile.manage`: a token that may only view the account must
 * not accept ownership. Throws a refusal for such a token, `not-found` if the viewer has no transfer with this id, and
 * `conflict` if it has expired.
 */
export async function offerToMe(context: Context<"account">, offerId: string): Promise<OfferRow> {
  await authorize(context, "profile.manage");
  const offer = await openOffer(context);
  if (offer === null || offer.id !== offerId || offer.toContactId !== context.actor.contactId) {
    throw notFound(t("Transfer request not found. It may have been withdrawn."));
  }
  if (offer.expiresAt <= context.realNow)
    throw new Problem("conflict", t("This transfer request has expired. Ask the owner for a new one."));
  return offer;
}
