import { nothing, ownerOf } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const interest = async (at: Arrangement) => {
  const own = await at.portal.owner.contact.findFirst({ where: { accountId: at.accountId, email: at.email } });
  const contactId = own?.id ?? (await ownerOf(at)).contactId;
  const data = {
    accountId: at.accountId,
    contactId,
    organisation: "Kestrel",
    key: "kestrel",
    nature: "Owner",
    fromDay: new Date("2024-01-01"),
  };
  return (await at.portal.owner.interest.create({ data, select: { id: true } })).id;
};
const words = { organisation: "Kestrel Consulting", nature: "Shareholder", from: "2024-05-01" };

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                      own adm bil sup b+s cus age acc man
  "interests.declare":  { may: " +   +   +   +   +   -   -   -   - ", sample: () => words },
  "interests.delete":   { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ interestId: await interest(at) }) },
  "interests.list":     { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "interests.update":   { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ interestId: await interest(at), version: 1, ...words }) },
};
