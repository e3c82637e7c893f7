import { contact, nothing } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                       own adm bil sup b+s cus age acc man
  "looks.end":      { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "looks.list-own": { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "looks.start":    { may: " +   +   -   -   -   -   +   -   + ", sample: async (at) => ({ contactId: await contact(at), reason: "Asked on the phone" }) },
};
