import { randomUUID } from "node:crypto";
import { buildAttachment } from "@/prisma/seed/builders/attachment";
import { buildTicket } from "@/prisma/seed/builders/ticket";
import { nothing, ownerOf } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const picture = new Uint8Array(Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"));

/** With a thumbnail, on a ticket that the caller opened where they are of the account. */
export const attachment = async (at: Arrangement) => {
  const { owner } = at.portal;
  const own = await owner.contact.findFirst({ where: { accountId: at.accountId, email: at.email } });
  const openedBy = own ? { contactId: own.id, name: own.name } : await ownerOf(at);
  const messages = [{ body: "See the picture." }];
  const ticketId = await buildTicket(owner, at.accountId, {
    subject: "Sample",
    openedAt: new Date(),
    openedBy,
    messages,
  });
  const { id: messageId } = await owner.ticketMessage.findFirstOrThrow({ where: { ticketId } });
  const thumbnail = { key: `samples/${randomUUID()}`, contents: picture };
  return buildAttachment(owner, at.accountId, { messageId, name: "Sample.gif", contents: picture, thumbnail });
};

/** One that the caller has begun, for a new ticket. */
const upload = async ({ portal: { owner }, accountId, email }: Arrangement) => {
  const { id: uploaderId } = await owner.person.findUniqueOrThrow({ where: { email } });
  await owner.storedFile.deleteMany({ where: { accountId, uploaderId, state: { not: "attached" } } });
  const data = { accountId, uploaderId, draft: "new", name: "Sample.txt", size: 10 };
  return (await owner.storedFile.create({ data })).id;
};

const room = async ({ portal: { owner } }: Arrangement) => {
  await owner.storedFile.deleteMany({ where: { state: { not: "attached" } } });
  return { name: "Sample.txt", size: 10 };
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                own adm bil sup b+s cus age acc man
  // The sample's ticket is one for the support department, which accounting does not see.
  "attachments.download":       { may: " +   +   -   +   +   +   +   ?   + ", sample: async (at) => ({ attachmentId: await attachment(at) }) },
  "attachments.view-thumbnail": { may: " +   +   -   +   +   +   +   ?   + ", sample: async (at) => ({ attachmentId: await attachment(at) }) },
  "attachments.list-uploads":   { may: " +   +   -   +   +   +   +   +   + ", sample: nothing },
  "attachments.start-upload":   { may: " +   +   -   +   +   +   +   +   + ", sample: room },
  "attachments.view-upload":    { may: " +   +   -   +   +   +   +   +   + ", sample: async (at) => ({ uploadId: await upload(at) }) },
  "attachments.remove-upload":  { may: " +   +   -   +   +   +   +   +   + ", sample: async (at) => ({ uploadId: await upload(at) }) },
};
