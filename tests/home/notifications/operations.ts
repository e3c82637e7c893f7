import { buildTicket } from "@/prisma/seed/builders/ticket";
import { nothing } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const notification = async ({ portal, accountId, email }: Arrangement) => {
  const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
  const { owner } = await portal.owner.account.findUniqueOrThrow({
    where: { id: accountId },
    include: { owner: true },
  });
  const openedBy = { contactId: owner.id, name: owner.name };
  const ticket = { subject: "Sample", openedAt: new Date(), openedBy, messages: [{ body: "Hello" }] };
  const ticketId = await buildTicket(portal.owner, accountId, ticket);
  return (await portal.owner.notification.create({ data: { personId, accountId, kind: "ticket-message", ticketId } }))
    .id;
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                        own adm bil sup b+s cus age acc man
  "notifications.count-unread":           { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "notifications.count-unread-for-staff": { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "notifications.list":                   { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "notifications.list-for-staff":         { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "notifications.mark-all-read":          { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "notifications.mark-read":              { may: " +   +   +   +   +   +   +   +   + ", sample: async (at) => ({ notificationId: await notification(at) }) },
};
