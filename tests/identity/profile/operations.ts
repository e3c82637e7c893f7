import { addDays } from "@/lib/platform/kernel/dates";
import { person } from "@/tests/identity/arrange";
import { address, nothing, unique } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                          own adm bil sup b+s cus age acc man
  "profile.list-accounts":               { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "profile.change-password":        { may: " +   +   +   +   +   +   +   +   + ", sample: () => ({ currentPassword: "portcullis-demo", newPassword: "portcullis-demo-2" }) },
  "profile.choose-notices":         { may: " +   +   +   +   +   +   ?   ?   ? ", sample: () => ({ wanted: [] }) },
  "profile.turn-off-notice":        { may: " +   +   +   +   +   +   ?   ?   ? ", sample: () => ({ notice: "notices.support.receive" }) },
  "profile.list-notices":                { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "profile.request-email-change":   { may: " +   +   +   +   +   +   +   +   + ", sample: () => ({ newEmail: address(), currentPassword: "portcullis-demo" }) },
  "profile.send-verification":      { may: " +   +   +   +   +   +   +   +   + ", sample: async ({ portal, email }) => {
    await portal.owner.person.update({ where: { email }, data: { emailVerifiedAt: null } });
    return {};
  } },
  "profile.update":                 { may: " +   +   +   +   +   +   +   +   + ", sample: async (at) => ({
    name: "Same Name",
    locale: "en-GB",
    timeZone: "UTC",
    version: (await person(at)).version,
  }) },
  "profile.view":                   { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "profile.withdraw-email-change":  { may: " +   +   +   +   +   +   +   +   + ", sample: async (at) => {
    const hashes = { oldTokenHash: unique(), newTokenHash: unique() };
    await at.portal.owner.emailChange.create({
      data: { ...hashes, personId: (await person(at)).id, newEmail: address(), expiresAt: addDays(new Date(), 1) },
    });
    return {};
  } },
};
