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

const personOf = async ({ portal, email }: Arrangement) =>
  (await portal.owner.person.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;

/** A reply of the caller that isn't sent yet. */
async function held(at: Arrangement, ticketId: string) {
  const data = { accountId: at.accountId, personId: await personOf(at), ticketId, body: "Held", sendAt: new Date() };
  const { id: draftId } = await at.portal.owner.ticketDraft.create({ data, select: { id: true } });
  return { ticketId, draftId };
}

/** The first one: the caller has none before. */
async function newDraft(at: Arrangement) {
  await at.portal.owner.ticketDraft.deleteMany({ where: { personId: await personOf(at), ticketId: null } });
  return { subject: "Half", message: "Half a", version: 0 };
}

async function watched(at: Arrangement, ticketId: string) {
  const { contactId } = await ownerOf(at);
  await at.portal.owner.ticketWatcher.create({
    data: { accountId: at.accountId, ticketId, contactId, addedByName: "Ana" },
  });
  return { ticketId, contactId };
}

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                            own adm bil sup b+s cus age acc man
  "tickets.assign":   { may: " -   -   -   -   -   -   +   +   + ", sample: async (at) => ({ ticketId: await ticket(at, { department: "billing" }), assignee: "me" }) },
  "tickets.view-choices":  { may: " +   +   -   +   +   +   +   +   + ", sample: nothing },
  // The sample ticket is one for the support department, which accounting does not see.
  "tickets.close":    { may: " +   +   -   +   +   -   +   ?   + ", sample: async (at) => ({ ticketId: await ticket(at) }) },
  "tickets.copy-in":  { may: " +   +   -   +   +   -   -   -   - ", sample: async (at) => ({ ticketId: await ticket(at), contactId: at.portal.demo.northwind.contacts.support }) },
  "tickets.hold-reply": { may: " +   +   -   +   +   +   +   ?   + ", sample: async (at) => ({ ticketId: await ticket(at), message: "Hello again" }) },
  "tickets.list-cc-suggestions": { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ ticketId: await ticket(at) }) },
  "tickets.list":     { may: " +   +   -   +   +   +   +   +   + ", sample: nothing },
  "tickets.add-note":     { may: " -   -   -   -   -   -   +   +   + ", sample: async (at) => ({ ticketId: await ticket(at, { department: "billing" }), message: "A note" }) },
  "tickets.open":     { may: " +   +   -   +   +   +   +   -   + ", sample: () => ({ subject: "Sample", message: "Please look." }) },
  "tickets.rate":     { may: " +   +   -   +   +   -   -   -   - ", sample: async (at) => ({ ticketId: await ticket(at, { status: "closed" }), score: "good" }) },
  "tickets.remove-watcher": { may: " +   +   -   +   +   -   -   -   - ", sample: async (at) => watched(at, await ticket(at)) },
  "tickets.reopen":   { may: " +   +   -   +   +   -   +   ?   + ", sample: async (at) => ({ ticketId: await ticket(at, { status: "closed" }) }) },
  "tickets.reply":    { may: " +   +   -   +   +   +   +   ?   + ", sample: async (at) => ({ ticketId: await ticket(at), message: "Hello again" }) },
  "tickets.save-draft": { may: " +   +   -   +   +   +   +   ?   + ", sample: async (at) => ({ ticketId: await ticket(at), message: "Half a", version: 0 }) },
  "tickets.save-new-draft": { may: " +   +   -   +   +   +   +   +   + ", sample: async (at) => newDraft(at) },
  "tickets.send-reply": { may: " +   +   -   +   +   +   +   ?   + ", sample: async (at) => held(at, await ticket(at)) },
  "tickets.undo-reply": { may: " +   +   -   +   +   +   +   +   + ", sample: async (at) => held(at, await ticket(at)) },
  "tickets.watch":    { may: " +   +   -   +   +   -   -   -   - ", sample: async (at) => ({ ticketId: await ticket(at), watch: true }) },
  "tickets.type":     { may: " +   +   -   +   +   +   +   ?   + ", sample: async (at) => ({ ticketId: await ticket(at) }) },
  "tickets.view":     { may: " +   +   -   +   +   +   +   ?   + ", sample: async (at) => ({ ticketId: await ticket(at) }) },
};
