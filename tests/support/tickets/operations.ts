import { buildTicket } from "@/prisma/seed/builders/ticket";
import { nothing, ownerOf } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

/** Opened by the caller where they are of the account: a contact limited to services still has their own tickets. */
const ticket = async (at: Arrangement, plan: Partial<Parameters<typeof buildTicket>[2]> = {}) => {
  const own = await at.portal.owner.contact.findFirst({ where: { accountId: at.accountId, email: at.email } });
  const openedBy = own ? { contactId: own.id, name: own.name } : await ownerOf(at);
  const sample = { subject: "Sample", openedAt: new Date(), openedBy, messages: [{ body: "Hello" }] };
  return buildTicket(at.portal.owner, at.accountId, { ...sample, ...plan });
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                            own adm bil sup b+s cus age acc man
  "tickets.assign":   { may: " -   -   -   -   -   -   +   +   + ", sample: async (at) => ({ ticketId: await ticket(at, { department: "billing" }), assignee: "me" }) },
  "tickets.view-choices":  { may: " +   +   -   +   +   +   +   +   + ", sample: nothing },
  // The sample ticket is one for the support department, which accounting does not see.
  "tickets.close":    { may: " +   +   -   +   +   -   +   ?   + ", sample: async (at) => ({ ticketId: await ticket(at) }) },
  "tickets.list":     { may: " +   +   -   +   +   +   +   +   + ", sample: nothing },
  "tickets.add-note":     { may: " -   -   -   -   -   -   +   +   + ", sample: async (at) => ({ ticketId: await ticket(at, { department: "billing" }), message: "A note" }) },
  "tickets.open":     { may: " +   +   -   +   +   +   +   -   + ", sample: () => ({ subject: "Sample", message: "Please look." }) },
  "tickets.reopen":   { may: " +   +   -   +   +   -   +   ?   + ", sample: async (at) => ({ ticketId: await ticket(at, { status: "closed" }) }) },
  "tickets.reply":    { may: " +   +   -   +   +   +   +   ?   + ", sample: async (at) => ({ ticketId: await ticket(at), message: "Hello again" }) },
  "tickets.type":     { may: " +   +   -   +   +   +   +   ?   + ", sample: async (at) => ({ ticketId: await ticket(at) }) },
  "tickets.view":     { may: " +   +   -   +   +   +   +   ?   + ", sample: async (at) => ({ ticketId: await ticket(at) }) },
};
