import { nothing } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";
import { logo, sampleBrand } from "./arrange";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                       own adm bil sup b+s cus age acc man
  "staff.view-brand":   { may: " -   -   -   -   -   -   -   -   + ", sample: nothing },
  "staff.update-brand": { may: " -   -   -   -   -   -   -   -   + ", sample: async ({ portal }) => ({
    ...sampleBrand,
    version: (await portal.owner.brand.findFirst())?.version ?? 0,
  }) },
  "staff.set-logo":     { may: " -   -   -   -   -   -   -   -   + ", sample: async () => ({ logo: await logo() }) },
  "staff.remove-logo":  { may: " -   -   -   -   -   -   -   -   + ", sample: nothing },
};
