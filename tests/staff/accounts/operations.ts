import { contact, noOffer, nothing, offer } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";
import { newAccount, waitingOwner } from "./arrange";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                     own adm bil sup b+s cus age acc man
  "staff.view-account":             { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "staff.find-accounts":            { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "staff.create-account":           { may: " -   -   -   -   -   -   -   +   + ", sample: () => newAccount() },
  "staff.view-new-account":         { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "staff.invite-owner":             { may: " -   -   -   -   -   -   -   +   + ", sample: async ({ portal }) => ({ customerId: await waitingOwner(portal.owner) }) },
  "staff.list-attempts":            { may: " -   -   -   -   -   -   -   -   + ", sample: nothing },
  "staff.search-accounts":              { may: " -   -   -   -   -   -   +   +   + ", sample: () => ({ q: "northwind" }) },
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
