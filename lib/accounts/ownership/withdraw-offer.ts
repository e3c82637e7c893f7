import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { defineCommand } from "@/lib/platform/operations/operation";
import { notifyOwnership } from "./notify-ownership";
import { openOffer } from "./open-offer";

/** The owner takes an offer of ownership back. */
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
    if (offer === null || offer.id !== offerId) throw notFound("There is no such open offer.");
    await db.ownershipTransfer.updateMany({
      where: { accountId: account.id, id: offerId, status: "offered" },
      data: { status: "withdrawn", decidedAt: now },
    });
    await notifyOwnership(context, offer.to, {
      heading: `The offer to own ${account.name} is withdrawn`,
      text: `${actor.name} has withdrawn the offer of ownership. Your access stays as it is.`,
    });
    return {
      output: { offerId },
      audit: {
        summary: `Withdrew the offer of ownership to ${offer.to.name}`,
        target: { type: "contact", id: offer.toContactId },
      },
    };
  },
});
