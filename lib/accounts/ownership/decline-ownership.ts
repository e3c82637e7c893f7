import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { notifyOwnership } from "./notify-ownership";
import { offerToMe } from "./open-offer";

/** Declines an ownership transfer. Nothing changes. */
export const declineOwnership = defineCommand({
  name: "ownership.decline",
  permission: "account.view",
  scope: "account",
  summary: "Decline ownership of the account",
  activity: "decline ownership",
  lockAccount: true,
  input: z.object({ offerId: id }),
  output: z.object({ offerId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/ownership/offers/{offerId}/decline" },
  run: async (context, { offerId }) => {
    const { db, account, actor, realNow: now } = context;
    const offer = await offerToMe(context, offerId);
    await db.ownershipTransfer.updateMany({
      where: { accountId: account.id, id: offerId, status: "offered" },
      data: { status: "declined", decidedAt: now },
    });
    await notifyOwnership(context, offer.from, {
      heading: () => t("{name} declined ownership of {account}", { name: actor.name, account: account.name }),
      text: () =>
        t("{name} declined the ownership transfer. You are still the owner of the account.", { name: actor.name }),
    });
    return {
      output: { offerId },
      audit: {
        summary: say("Declined ownership of the account"),
        target: { type: "contact", id: offer.toContactId },
      },
    };
  },
});
