import { address, contact, noOffer, nothing, offer } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                     own adm bil sup b+s cus age acc man
  "staff.account":             { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "staff.accounts":            { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "staff.attempts":            { may: " -   -   -   -   -   -   -   -   + ", sample: nothing },
  "staff.give-role":           { may: " -   -   -   -   -   -   +   +   + ", sample: () => ({
    name: "New Person",
    email: address(),
    role: "billing",
    reference: "REQ-7",
    requestedBy: "Ingrid Solheim",
  }) },
  "staff.role-choices":        { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "staff.search":              { may: " -   -   -   -   -   -   +   +   + ", sample: () => ({ q: "northwind" }) },
  "staff.transfer-ownership":  { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => {
    await noOffer(at);
    return {
      contactId: await contact(at, { roles: ["administrator"] }),
      reference: "REQ-8",
      requestedBy: "Ingrid Solheim",
    };
  } },
  "staff.withdraw-transfer":   { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => ({ offerId: await offer(at, await contact(at)) }) },
};
