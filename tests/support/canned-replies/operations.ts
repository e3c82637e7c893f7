import { nothing, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";
import { ticketForStaff } from "@/tests/support/queue/arrange";

const text = () => ({ title: `Reply ${unique()}`, body: "Dear {{contact.name}}" });
const reply = async ({ portal }: Arrangement) => (await portal.owner.cannedReply.create({ data: text() })).id;

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                     own adm bil sup b+s cus age acc man
  "canned-replies.list":         { may: " -   -   -   -   -   -   -   -   + ", sample: nothing },
  "canned-replies.create":       { may: " -   -   -   -   -   -   -   -   + ", sample: text },
  "canned-replies.update":       { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => ({ replyId: await reply(at), ...text(), version: 1 }) },
  "canned-replies.delete":       { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => ({ replyId: await reply(at) }) },
  "canned-replies.list-offered": { may: " -   -   -   -   -   -   +   +   + ", sample: async (at) => ({ ticketId: await ticketForStaff(at) }) },
  "canned-replies.fill":         { may: " -   -   -   -   -   -   +   +   + ", sample: async (at) => ({ ticketId: await ticketForStaff(at), replyId: await reply(at) }) },
};
