import { addDays } from "@/lib/platform/kernel/dates";
import { person } from "@/tests/identity/arrange";
import { nothing, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const ownSession = async (at: Arrangement) =>
  (
    await at.portal.owner.session.create({
      data: {
        personId: (await person(at)).id,
        tokenHash: unique(),
        userAgent: "sample",
        ip: "192.0.2.9",
        expiresAt: addDays(new Date(), 1),
      },
    })
  ).id;

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                        own adm bil sup b+s cus age acc man
  "profile.revoke-session":       { may: " +   +   +   +   +   +   +   +   + ", sample: async (at) => ({ sessionId: await ownSession(at) }) },
  "profile.list-sessions":             { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "profile.sign-out-everywhere":  { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
};
