import { nothing } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                       own adm bil sup b+s cus age acc man
  "retention.view-kept": { may: " +   +   -   -   -   -   -   -   + ", sample: nothing },
  "retention.view":      { may: " -   -   -   -   -   -   -   -   + ", sample: nothing },
  "retention.set":       { may: " -   -   -   -   -   -   -   -   + ", sample: async ({ portal }) => ({
    ...{ money: 10, access: 12, support: 3, workspace: null },
    version: (await portal.owner.activityRetention.findFirst())?.version ?? 0,
  }) },
};
