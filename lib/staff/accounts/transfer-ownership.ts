import { z } from "zod";
import { knownContact } from "@/lib/accounts/core/known-contact";
import { makeOffer } from "@/lib/accounts/core/make-offer";
import { ownershipHref } from "@/lib/accounts/core/ownership-href";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { defineCommand } from "@/lib/platform/operations/operation";
import { ownershipTransfer } from "@/lib/policy/ownership-transfer";
import { notifyOwner } from "@/lib/staff/core/notify-owner";
import { requestInput } from "@/lib/staff/core/schema";

/**
 * Starts an ownership transfer on the owner's behalf, on request. Nothing changes until the new owner accepts. The owner
 * is notified immediately and can withdraw it.
 */
export const transferOwnership = defineCommand({
  name: "staff.transfer-ownership",
  permission: "staff.ownership.transfer",
  scope: "account",
  summary: "Transfer ownership of a customer account to another member, who must accept",
  activity: "transfer an account",
  lockAccount: true,
  once: true,
  input: z.object({ contactId: id, ...requestInput }),
  output: z.object({ offerId: id, expiresAt: isoDateTime }),
  http: { method: "POST", path: "/accounts/{accountId}/staff-transfer", status: 201 },
  run: async (context, { contactId, reference, requestedBy }) => {
    const { db, account, actor, viewer, realNow: now } = context;
    if (account.closed) throw new Problem("conflict", t("This account is closed, so ownership can't be transferred."));
    const to = await knownContact(context, contactId);
    const verdict = ownershipTransfer(viewer, to.person);
    if (!verdict.ok) throw refusedChange(verdict);
    const [owner] = await context.members({ owner: true });
    if (owner === undefined) throw notFound();
    const by = {
      personId: actor.personId,
      name: `${actor.name}, ${(await currentBrand()).name}`,
      reference,
      requestedBy,
    };
    const { offerId, expiresAt } = await makeOffer(db, { account, from: owner, to, arrangedBy: by, now });
    await notifyOwner(context, () => ({
      subject: t("Ownership transfer of {account} to {name} requested", { account: account.name, name: to.name }),
      heading: t("Ownership transfer to {name} requested", { name: to.name }),
      what: t(
        "On request, we started transferring ownership of your account to {name}. You stay the owner until they accept, and then become an administrator.",
        { name: to.name },
      ),
      facts: [
        [t("New owner"), `${to.name}, ${to.email}`],
        [t("Expires"), dayInWords(expiresAt)],
      ],
      by,
      ifWrong: t(
        "If you didn't request this, withdraw the transfer before it expires and contact us. We'll look into it.",
      ),
      href: ownershipHref(account.id),
      label: t("View transfer"),
    }));
    return {
      output: { offerId, expiresAt: iso(expiresAt) },
      audit: {
        summary: say("Started an ownership transfer from {owner} to {name}, requested by {requestedBy} ({reference})", {
          owner: owner.name,
          name: to.name,
          requestedBy,
          reference,
        }),
        target: { type: "contact", id: contactId },
        details: { reference, requestedBy, expiresAt: iso(expiresAt) },
      },
    };
  },
});
