import { nothing, unique } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";
import { ticketForStaff } from "@/tests/support/queue/arrange";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                            own adm bil sup b+s cus age acc man
  "tags.list":          { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "tags.list-of-ticket": { may: " -   -   -   -   -   -   +   +   + ", sample: async (at) => ({ ticketId: await ticketForStaff(at) }) },
  "tags.create":        { may: " -   -   -   -   -   -   -   -   + ", sample: () => ({ name: `Tag ${unique()}` }) },
  "tags.delete":        { may: " -   -   -   -   -   -   -   -   + ", sample: async ({ portal }) => ({ tagId: (await portal.owner.tag.create({ data: { name: `Tag ${unique()}` } })).id }) },
};
