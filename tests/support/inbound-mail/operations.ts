import { sealMail } from "@/lib/support/inbound-mail/sealed-mail";
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
  "inbound-mail.list-own-waiting": { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  // Who may open tickets on one of their accounts, and for staff, who have none, there is no account to choose.
  "inbound-mail.choose-account": { may: " +   +   x   +   +   +   x   x   x ", sample: async (at) => {
    const { id: askedId } = await at.portal.owner.person.findUniqueOrThrow({ where: { email: at.email } });
    const id = crypto.randomUUID();
    const raw = Buffer.from(`From: ${at.email}\r\nTo: support@in.portcullis.example\r\nSubject: Sample\r\n\r\nHello\r\n`);
    await inboundMail(at.portal.owner, { id, ...sealMail(raw, id), askedId, fromAddress: at.email });
    return { mailId: id, accountId: at.accountId };
  } },
  "inbound-mail.decide":        { may: " -   -   -   -   -   -   +   ?   + ", sample: async (at) => ({ ...(await mail(at)), act: "dismiss" }) },
};
