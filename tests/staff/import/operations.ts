import { nothing, unique } from "@/tests/operations/arrange";
import type { OperationTests, Sample } from "@/tests/operations/arrangement";
import { checkedImport, header, line } from "./arrange";

const ofImport: Sample = async ({ portal }) => ({ importId: await checkedImport(portal) });

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                              own adm bil sup b+s cus age acc man
  "import.check":            { may: " -   -   -   -   -   -   -   +   + ", sample: () => ({ text: `${header}\n${line(unique())}` }) },
  "import.list":             { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "import.view":             { may: " -   -   -   -   -   -   -   +   + ", sample: ofImport },
  "import.start":            { may: " -   -   -   -   -   -   -   +   + ", sample: ofImport },
  "import.export-problems":  { may: " -   -   -   -   -   -   -   +   + ", sample: ofImport },
};
