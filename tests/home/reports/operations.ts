import { nothing } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                          own adm bil sup b+s cus age acc man
  "reports.view-parts": { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "reports.download-table": { may: " +   +   -   -   -   -   -   -   - ", sample: () => ({ part: "actions" }) },
};
