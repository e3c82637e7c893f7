import { address, nothing } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";
import { doubtful, roleRequest } from "@/tests/staff/role-requests/arrange";

const waiting = async ({ portal, accountId }: Arrangement) => {
  const { supportId: recordedById } = portal.demo.staff;
  const { id: requestId, version } = await roleRequest(portal, accountId, { ...doubtful, recordedById });
  return { requestId, version };
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                  own adm bil sup b+s cus age acc man
  "role-requests.ask":           { may: " +   +   -   -   -   -   -   -   - ", sample: () => ({ name: "Lena Hoekstra", email: address(), role: "billing" }) },
  "role-requests.list":          { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "role-requests.view":          { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ requestId: (await waiting(at)).requestId }) },
  "role-requests.answer":        { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ ...(await waiting(at)), answer: "approve" }) },
  "role-requests.withdraw":      { may: " +   +   -   -   -   -   -   -   - ", sample: waiting },
};
