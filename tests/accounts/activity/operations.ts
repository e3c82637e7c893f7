import { noExports, nothing } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                            own adm bil sup b+s cus age acc man
  "activity.export":  { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "activity.prepare-export": { may: " +   +   -   -   -   -   -   -   - ", sample: noExports },
  "activity.list":    { may: " +   +   -   -   -   -   -   -   + ", sample: nothing },
  "activity.list-people":  { may: " +   +   -   -   -   -   -   -   + ", sample: nothing },
};
