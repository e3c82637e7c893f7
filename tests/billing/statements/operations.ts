import { pastMonth } from "@/tests/billing/arrange";
import { noExports, nothing } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                            own adm bil sup b+s cus age acc man
  "statements.download-csv":   { may: " +   +   +   -   +   -   -   +   + ", sample: nothing },
  "statements.prepare-download-csv": { may: " +   +   +   -   +   -   -   +   + ", sample: noExports },
  "statements.download-pdf":   { may: " +   +   +   -   +   -   -   +   + ", sample: pastMonth },
  "statements.prepare-download-pdf": { may: " +   +   +   -   +   -   -   +   + ", sample: noExports },
  "statements.view":  { may: " +   +   +   -   +   -   -   +   + ", sample: nothing },
};
