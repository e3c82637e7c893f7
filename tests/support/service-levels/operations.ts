import { nothing } from "@/tests/operations/arrange";
import type { OperationTests, Sample } from "@/tests/operations/arrangement";
import { ticketForStaff } from "@/tests/support/queue/arrange";
import { hours } from "./arrange";

const version = async ({ portal }: Parameters<Sample>[0]) =>
  (await portal.owner.supportCalendar.findUnique({ where: { id: 1 } }))?.version ?? 0;

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                               own adm bil sup b+s cus age acc man
  "service-levels.view":                   { may: " -   -   -   -   -   -   -   -   + ", sample: nothing },
  "service-levels.update-targets":         { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => ({ levels: [{ department: "support", priority: "urgent", firstResponseHours: 1 }], version: await version(at) }) },
  "service-levels.update-business-hours":  { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => ({ ...hours(), version: await version(at) }) },
  "service-levels.explain":                { may: " -   -   -   -   -   -   +   +   + ", sample: async (at) => ({ ticketId: await ticketForStaff(at) }) },
};
