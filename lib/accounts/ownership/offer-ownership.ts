import { z } from "zod";
import { knownContact } from "@/lib/accounts/core/known-contact";
import { makeOffer } from "@/lib/accounts/core/make-offer";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { ownershipTransfer } from "@/lib/policy/ownership-transfer";

/** Starts an ownership transfer to another member, who has 7 days to accept. Nothing changes until then. */
export const offerOwnership = defineCommand({
  name: "ownership.offer",
  permission: "account.ownership.transfer",
  scope: "account",
  summary: "Transfer ownership of the account to another member, who must accept",
  activity: "transfer ownership",
  stepUp: "with-factor",
  lockAccount: true,
  input: z.object({ contactId: id }),
  output: z.object({ offerId: id, expiresAt: isoDateTime }),
  http: { method: "POST", path: "/accounts/{accountId}/ownership/offers", status: 201 },
  run: async (context, { contactId }) => {
    const { db, account, actor, viewer, realNow: now } = context;
    const fromContactId = actor.contactId;
    const to = await knownContact(context, contactId);
    const verdict = ownershipTransfer(viewer, to.person);
    if (!verdict.ok || fromContactId === null) throw verdict.ok ? staffOffer() : refusedChange(verdict);
    const from = { contactId: fromContactId, name: actor.name };
    const { offerId, expiresAt } = await makeOffer(db, { account, from, to, now });
    return {
      output: { offerId, expiresAt: iso(expiresAt) },
      audit: {
        summary: say("Started an ownership transfer to {name}, valid until {date}", {
          name: to.name,
          date: { day: iso(expiresAt).slice(0, 10) },
        }),
        target: { type: "contact", id: contactId },
      },
    };
  },
});

const staffOffer = () =>
  new Problem(
    "conflict",
    t("Only the owner can start this transfer. Staff can transfer accounts in the staff console."),
  );
