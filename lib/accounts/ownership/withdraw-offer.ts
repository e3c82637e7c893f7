import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { defineCommand } from "@/lib/platform/operations/operation";
import { notifyOwnership } from "./notify-ownership";
import { openOffer } from "./open-offer";

/** Withdraws the owner's pending ownership transfer. */
export const withdrawOffer = defineCommand({
  name: "ownership.withdraw",
  permission: "account.ownership.transfer",
  scope: "account",
  summary: "Withdraw the ownership transfer",
  activity: "withdraw an ownership transfer",
  lockAccount: true,
  input: z.object({ offerId: id }),
  output: z.object({ offerId: id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/ownership/offers/{offerId}" },
  run: async (context, { offerId }) => {
    const { db, account, actor, realNow: now } = context;
    const offer = await openOffer(context);
    if (offer === null || offer.id !== offerId)
      throw notFound("Transfer request not found. It may have been accepted or withdrawn.");
    await db.ownershipTransfer.updateMany({
      where: { accountId: account.id, id: offerId, status: "offered" },
      data: { status: "withdrawn", decidedAt: now },
    });
    await notifyOwnership(context, offer.to, {
      heading: `The transfer of ${account.name} was withdrawn`,
      text: `${actor.name} withdrew the ownership transfer. Your access hasn't changed.`,
    });
    return {
      output: { offerId },
      audit: {
        summary: `Withdrew the ownership transfer to ${offer.to.name}`,
        target: { type: "contact", id: offer.toContactId },
      },
    };
  },
});
