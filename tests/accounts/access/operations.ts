import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { address, contact, noAccess, nothing } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const invited = async (at: Arrangement) => {
  const email = address();
  const contactId = await contact(at, { email, status: "invited" });
  const invitation = {
    email,
    tokenHash: hashToken(newSecretToken()),
    invitedByName: "Ingrid Solheim",
    expiresAt: addDays(new Date(), 7),
  };
  await at.portal.owner.invitation.create({ data: { ...invitation, accountId: at.accountId, contactId } });
  return contactId;
};

const request = async (at: Arrangement) => {
  const asker = await contact(at);
  const { id } = await at.portal.owner.permissionRequest.create({
    data: { accountId: at.accountId, contactId: asker, permission: "billing.invoices.view" },
  });
  return id;
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                  own adm bil sup b+s cus age acc man
  "people.add-many":         { may: " +   +   -   -   -   -   -   -   - ", sample: () => ({ list: `name,email,roles\nNew Person,${address()},support` }) },
  "people.view-access-choices":  { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "people.answer-request":  { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ requestId: await request(at), answer: "decline" }) },
  "people.approve-invite":  { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ contactId: await invited(at) }) },
  // Staff aren't contacts, so they can't request access.
  "people.request-permission":             { may: " x   x   +   +   +   +   ?   ?   ? ", sample: async (at) => {
    await at.portal.owner.permissionRequest.deleteMany({});
    return { permission: "reports.view" };
  } },
  "people.end-record-grant": { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => {
    const contactId = await contact(at);
    const { id: ticketId } = await at.portal.owner.ticket.findFirstOrThrow({ where: { accountId: at.accountId } });
    const what = { permission: "support.tickets.view", ticketId, endsAt: addDays(new Date(), 1), givenByName: "Ingrid Solheim" };
    const grant = await at.portal.owner.recordGrant.create({ data: { accountId: at.accountId, contactId, ...what } });
    return { contactId, grantId: grant.id };
  } },
  "people.change-access":   { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ contactId: await contact(at), version: 1, ...noAccess, roles: ["billing"] }) },
  "people.invite":          { may: " +   +   -   -   -   -   -   -   - ", sample: () => ({ name: "New Person", email: address(), roles: ["support"] }) },
  "people.view-invite-choices":  { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "people.view-notice-choices":  { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "people.list-own-requests":    { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "people.preview-change":  { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ contactId: await contact(at), roles: ["billing"] }) },
  "people.count-requests":       { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "people.list-requests":        { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "people.resend-invite":   { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ contactId: await invited(at) }) },
  "people.revoke-invite":   { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ contactId: await invited(at) }) },
  "people.set-term":        { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({
    contactId: await contact(at),
    version: 1,
    endsAt: dayOf(addDays(new Date(), 200)),
  }) },
};
