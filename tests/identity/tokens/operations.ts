import { addDays } from "@/lib/platform/kernel/dates";
import { person } from "@/tests/identity/arrange";
import { nothing, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const ownToken = async (at: Arrangement) =>
  (
    await at.portal.owner.apiToken.create({
      data: {
        personId: (await person(at)).id,
        name: "sample",
        tokenHash: unique(),
        prefix: "pc_",
        permissions: [],
        expiresAt: addDays(new Date(), 1),
      },
    })
  ).id;

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                     own adm bil sup b+s cus age acc man
  "profile.create-token":      { may: " +   +   +   +   +   +   +   +   + ", sample: () => ({ name: "sample", permissions: ["profile.manage"], days: 1 }) },
  "profile.list-held-permissions":  { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "profile.revoke-token":      { may: " +   +   +   +   +   +   +   +   + ", sample: async (at) => ({ tokenId: await ownToken(at) }) },
  "profile.list-tokens":            { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
};
