import { z } from "zod";
import { ownershipHref } from "@/lib/accounts/core/ownership-href";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { notifyOwner } from "@/lib/staff/core/notify-owner";

/** Withdraws a pending ownership transfer, on request or because it was a mistake. */
export const withdrawTransfer = defineCommand({
  name: "staff.withdraw-transfer",
  permission: "staff.ownership.transfer",
  scope: "account",
  summary: "Withdraw a pending ownership transfer",
  activity: "withdraw an ownership transfer",
  lockAccount: true,
  input: z.object({ offerId: id }),
  output: z.object({ offerId: id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/staff-transfer/{offerId}" },
  run: async (context, { offerId }) => {
    const { db, account, actor, realNow: now } = context;
    const open = { id: offerId, accountId: account.id, status: "offered" } as const;
    const offer = await db.ownershipTransfer.findFirst({ where: open, select: { to: { select: { name: true } } } });
    if (offer === null) throw notFound(t("Transfer request not found. It may have been accepted or withdrawn."));
    await db.ownershipTransfer.updateMany({ where: open, data: { status: "withdrawn", decidedAt: now } });
    const { name } = offer.to;
    const by = { name: `${actor.name}, ${(await currentBrand()).name}` };
    await notifyOwner(context, () => ({
      subject: t("Ownership transfer of {account} to {name} withdrawn", { account: account.name, name }),
      heading: t("Ownership transfer to {name} withdrawn", { name }),
      what: t("We withdrew the ownership transfer to {name}. You are still the owner of your account.", { name }),
      facts: [],
      by,
      ifWrong: t("If you still want to transfer ownership, you can do so in the portal or ask us to."),
      href: ownershipHref(account.id),
      label: t("View ownership"),
    }));
    return {
      output: { offerId },
      audit: {
        summary: say("Withdrew the ownership transfer to {name}", { name }),
        target: { type: "ownershipTransfer", id: offerId },
      },
    };
  },
});
