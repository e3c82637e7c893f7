import type { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import type { ticketRating } from "./schema";

/** How a ticket was rated; null if it wasn't. */
export async function readRating(
  { db, account, actor }: Context<"account">,
  ticketId: string,
): Promise<z.input<typeof ticketRating> | null> {
  const rating = await db.ticketRating.findFirst({
    where: { accountId: account.id, ticketId },
    select: { score: true, comment: true, ratedByName: true, ratedByContactId: true, ratedAt: true },
  });
  if (!rating?.score || rating.ratedAt === null || rating.ratedByName === null) return null;
  const { score, comment, ratedByName, ratedByContactId, ratedAt } = rating;
  const ratedByMe = ratedByContactId !== null && ratedByContactId === actor.contactId;
  return { score, comment, ratedByName, ratedByMe, ratedAt: iso(ratedAt) };
}
