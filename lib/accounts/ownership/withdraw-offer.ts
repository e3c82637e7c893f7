import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
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
      throw notFound(t("Transfer request not found. It may have been accepted or withdrawn."));
    await db.ownershipTransfer.updateMany({
      where: { accountId: account.id, id: offerId, status: "offered" },
      data: { status: "withdrawn", decidedAt: now },
    });
    await notifyOwnership(context, offer.to, {
      heading: () => t("The transfer of {account} was withdrawn", { account: account.name }),
      text: () => t("{name} withdrew the ownership transfer. Your access hasn't changed.", { name: actor.name }),
    });
    return {
      output: { offerId },
      audit: {
        summary: say("Withdrew the ownership transfer to {name}", { name: offer.to.name }),
        target: { type: "contact", id: offer.toContactId },
      },
    };
  },
});
