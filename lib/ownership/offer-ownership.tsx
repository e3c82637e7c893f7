import { z } from "zod";
import { defineCommand } from "@/lib/access/operation";
import { canOwn } from "@/lib/contacts/can-own";
import { knownContact } from "@/lib/contacts/known-contact";
import { refusedChange } from "@/lib/contacts/refused-change";
import { addDays, iso, isoDateTime } from "@/lib/kernel/dates";
import { id } from "@/lib/kernel/ids";
import { invalidField, Problem } from "@/lib/kernel/problem";
import { sendMail } from "@/lib/mail/outbox";
import { dayInWords } from "@/lib/mail/templates/day-in-words";
import { OwnershipOfferMail } from "@/lib/mail/templates/ownership-offer";
import { ownershipTransfer } from "@/lib/policy/ownership-transfer";
import { OFFER_DAYS, openOffer } from "./open-offer";
import { ownershipHref } from "./ownership-href";

/** The owner offers the account to another person on it, who has seven days to accept. Nothing changes until then. */
export const offerOwnership = defineCommand({
  name: "ownership.offer",
  permission: "account.ownership.transfer",
  scope: "account",
  summary: "Offer the ownership of the account to another member",
  lockAccount: true,
  input: z.object({ contactId: id }),
  output: z.object({ offerId: id, expiresAt: isoDateTime }),
  http: { method: "POST", path: "/accounts/{accountId}/ownership/offers", status: 201 },
  run: async (context, { contactId }) => {
    const { db, account, actor, viewer, now } = context;
    const fromContactId = actor.contactId;
    const contact = await knownContact(context, contactId);
    const verdict = ownershipTransfer(viewer, contact.person);
    if (!verdict.ok || fromContactId === null) throw verdict.ok ? staffOffer() : refusedChange(verdict);
    if (!canOwn(contact.person)) {
      throw invalidField("contactId", `${contact.name} first needs a login that is active and a confirmed address.`);
    }
    const open = await openOffer(context);
    if (open && open.expiresAt > now) {
      throw new Problem("conflict", `The account is offered to ${open.to.name} already: withdraw that offer first.`);
    }
    if (open)
      await db.ownershipTransfer.updateMany({ where: { id: open.id }, data: { status: "withdrawn", decidedAt: now } });
    const expiresAt = addDays(now, OFFER_DAYS);
    const { id: offerId } = await db.ownershipTransfer.create({
      data: { accountId: account.id, fromContactId, toContactId: contactId, offeredAt: now, expiresAt },
      select: { id: true },
    });
    await sendMail(db, {
      accountId: account.id,
      kind: "people",
      to: { address: contact.email, name: contact.name },
      subject: `${actor.name} offers you the ownership of ${account.name}`,
      template: "ownership-offer",
      body: (
        <OwnershipOfferMail
          {...{ name: contact.name, owner: actor.name, account: account.name, expiresAt }}
          href={ownershipHref(account.id)}
        />
      ),
    });
    return {
      output: { offerId, expiresAt: iso(expiresAt) },
      audit: {
        summary: `Offered the ownership of the account to ${contact.name} until ${dayInWords(expiresAt)}`,
        target: { type: "contact", id: contactId },
      },
    };
  },
});

const staffOffer = () =>
  new Problem("conflict", "Staff transfer an account on request; an offer is the owner's to make.");
