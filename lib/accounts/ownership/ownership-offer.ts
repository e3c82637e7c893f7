import type { z } from "zod";
import type { offerPart } from "@/lib/home/dashboard/schema";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";

/** The offer of ownership that waits for the viewer's own answer, if there is one. */
export async function ownershipOffer({
  db,
  account,
  actor,
  realNow: now,
}: Context<"account">): Promise<z.input<typeof offerPart> | undefined> {
  if (actor.contactId === null) return undefined;
  const offer = await db.ownershipTransfer.findFirst({
    where: { accountId: account.id, toContactId: actor.contactId, status: "offered", expiresAt: { gt: now } },
    select: { id: true, expiresAt: true, from: { select: { name: true } } },
  });
  return offer === null ? undefined : { id: offer.id, fromName: offer.from.name, expiresAt: iso(offer.expiresAt) };
}
