import { address, nothing } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";
import { doubtful, roleRequest } from "./arrange";

const approved = async ({ portal, accountId }: Arrangement) => {
  const { id: requestId, version } = await roleRequest(portal, accountId);
  return { requestId, version };
};

const waiting = async ({ portal, accountId }: Arrangement) => {
  const { supportId: recordedById } = portal.demo.staff;
  const { id: requestId, version } = await roleRequest(portal, accountId, { ...doubtful, recordedById });
  return { requestId, version };
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                     own adm bil sup b+s cus age acc man
  "role-requests.list-queue":       { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "role-requests.view-form":        { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "role-requests.record":           { may: " -   -   -   -   -   -   +   +   + ", sample: () => ({
    source: "mail",
    proof: "verified",
    senderAddress: "owner@northwind.example",
    original: "Please add Lena to our account. She pays our invoices.",
    reference: "T-1042",
    name: "Lena Hoekstra",
    email: address(),
    role: "billing",
  }) },
  "role-requests.view-desk":        { may: " -   -   -   -   -   -   +   +   + ", sample: async (at) => ({ requestId: (await approved(at)).requestId }) },
  "role-requests.apply":            { may: " -   -   -   -   -   -   +   +   + ", sample: approved },
  "role-requests.discard":          { may: " -   -   -   -   -   -   +   +   + ", sample: async (at) => ({ ...(await waiting(at)), reason: "Not from the customer" }) },
};
