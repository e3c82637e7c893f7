import { noExports, nothing } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                    own adm bil sup b+s cus age acc man
  "staff-reads.export":         { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "staff-reads.prepare-export": { may: " +   +   -   -   -   -   -   -   - ", sample: noExports },
  "staff-reads.list":           { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "staff-reads.list-staff":     { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
};
