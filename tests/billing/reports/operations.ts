import { pastMonth } from "@/tests/billing/arrange";
import { noExports, nothing } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                         own adm bil sup b+s cus age acc man
  "reports.download-csv":   { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "reports.prepare-download-csv": { may: " +   +   -   -   -   -   -   -   - ", sample: noExports },
  "reports.download-pdf":   { may: " +   +   -   -   -   -   -   -   - ", sample: pastMonth },
  "reports.prepare-download-pdf": { may: " +   +   -   -   -   -   -   -   - ", sample: noExports },
  "reports.view":  { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
};
