import { nothing, unique } from "@/tests/operations/arrange";
import type { OperationTests, Sample } from "@/tests/operations/arrangement";

const mail: Sample = async ({ portal }) => {
  const row = {
    kind: "services" as const,
    template: "sample",
    toAddress: "a@b.example",
    toName: "A",
    subject: "S",
    html: "<p>H</p>",
    text: "H",
    messageId: unique(),
  };
  return { mailId: (await portal.owner.outboxMail.create({ data: row })).id };
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                own adm bil sup b+s cus age acc man
  "staff.list-mail":           { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "staff.view-mail-contents":  { may: " -   -   -   -   -   -   +   ?   + ", sample: mail },
  "staff.view-mail":      { may: " -   -   -   -   -   -   +   ?   + ", sample: mail },
};
