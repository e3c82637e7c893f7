import { inboundMail } from "@/tests/fixtures/inbound-mail";
import { nothing } from "@/tests/operations/arrange";
import type { OperationTests, Sample } from "@/tests/operations/arrangement";

const mail: Sample = async ({ portal }) => ({ mailId: await inboundMail(portal.owner) });

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                own adm bil sup b+s cus age acc man
  "inbound-mail.list":          { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  // The sample is one to the support department, which accounting does not see.
  "inbound-mail.view":          { may: " -   -   -   -   -   -   +   ?   + ", sample: mail },
  "inbound-mail.view-original": { may: " -   -   -   -   -   -   +   ?   + ", sample: mail },
  "inbound-mail.decide":        { may: " -   -   -   -   -   -   +   ?   + ", sample: async (at) => ({ ...(await mail(at)), act: "dismiss" }) },
};
