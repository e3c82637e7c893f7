import { nothing } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";
import { ticketForStaff } from "./arrange";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                               own adm bil sup b+s cus age acc man
  "queue.list":            { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "queue.count":           { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "queue.look-at-ticket":  { may: " -   -   -   -   -   -   +   +   + ", sample: async (at) => ({ ticketId: await ticketForStaff(at) }) },
  "queue.change-ticket":   { may: " -   -   -   -   -   -   +   +   + ", sample: async (at) => ({ ticketId: await ticketForStaff(at), act: "assign:me" }) },
};
