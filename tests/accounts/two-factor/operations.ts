import { addDays } from "@/lib/platform/kernel/dates";
import { withAuthenticator } from "@/tests/identity/two-factor/arrange";
import { address, contact, nothing } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                        own adm bil sup b+s cus age acc man
  "people.view-two-factor":           { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "people.list-not-ready":            { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  // Whoever requires it uses it.
  "people.require-two-factor":        { may: " +   +   -   -   -   -   -   -   - ", sample: async ({ portal, email }) => {
    await withAuthenticator(portal, email);
    return { days: 30 };
  } },
  "people.stop-requiring-two-factor": { may: " +   +   -   -   -   -   -   -   - ", sample: async ({ portal, accountId }) => {
    await portal.owner.account.update({ where: { id: accountId }, data: { twoFactorFrom: addDays(new Date(), 30) } });
    return {};
  } },
  "people.reset-two-factor":          { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => {
    const email = address();
    const contactId = await contact(at, { email });
    await withAuthenticator(at.portal, email);
    return { contactId, reason: "Lost their phone; called back on the number we know." };
  } },
};
