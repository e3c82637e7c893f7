import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";
import { ticketForStaff } from "@/tests/support/queue/arrange";

const twoMessages = { messages: [{ body: "Hello" }, { body: "And another matter" }] };

async function two(at: Arrangement) {
  const [ticketId, into] = [await ticketForStaff(at), await ticketForStaff(at)];
  return { ticketId, into: (await at.portal.owner.ticket.findUniqueOrThrow({ where: { id: into } })).number };
}

async function merged(at: Arrangement) {
  const [ticketId, into] = [await ticketForStaff(at), await ticketForStaff(at)];
  await at.portal.owner.ticket.update({
    where: { id: ticketId },
    data: { mergedIntoId: into, statusBeforeMerge: "open", status: "closed", closedAt: new Date() },
  });
  return { ticketId };
}

async function toSplit(at: Arrangement) {
  const ticketId = await ticketForStaff(at, twoMessages);
  const { id } = await at.portal.owner.ticketMessage.findFirstOrThrow({ where: { ticketId } });
  return { ticketId, subject: "Another matter", messageIds: [id] };
}

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                             own adm bil sup b+s cus age acc man
  "merging.preview":     { may: " -   -   -   -   -   -   +   +   + ", sample: two },
  "merging.merge":       { may: " -   -   -   -   -   -   +   +   + ", sample: two },
  "merging.unmerge":     { may: " -   -   -   -   -   -   +   +   + ", sample: merged },
  "merging.split":       { may: " -   -   -   -   -   -   +   +   + ", sample: toSplit },
  "merging.list-messages": { may: " -   -   -   -   -   -   +   +   + ", sample: async (at) => ({ ticketId: await ticketForStaff(at) }) },
};
