import { nothing, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const colleague = async (at: Arrangement) => {
  const staff = { create: { roles: ["agent" as const], jobTitle: "Engineer" } };
  return (
    await at.portal.owner.person.create({
      data: { email: `${unique()}@portcullis.example`, name: "New Colleague", staff },
    })
  ).id;
};

/** A colleague with a factor, and for one of whom a request waits: of a manager, by another one. */
const withFactor = async (at: Arrangement, asked: boolean) => {
  const { owner } = at.portal;
  const personId = await colleague(at);
  await owner.authenticatorApp.create({ data: { personId, secret: "x", confirmedAt: new Date() } });
  if (!asked) return { personId };
  await owner.staffMember.update({ where: { personId }, data: { roles: ["manager"] } });
  const { id: requestedById } = await owner.person.create({
    data: { email: `${unique()}@portcullis.example`, name: "Asking" },
  });
  const data = { personId, reason: "Lost their phone on a journey.", requestedById, requestedByName: "Asking" };
  return { resetId: (await owner.staffFactorReset.create({ data })).id };
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                   own adm bil sup b+s cus age acc man
  "staff.add-colleague":     { may: " -   -   -   -   -   -   -   -   + ", sample: () => ({
    name: "New Colleague",
    email: `${unique()}@portcullis.example`,
    jobTitle: "Engineer",
    roles: ["agent"],
  }) },
  "staff.change-colleague":  { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => ({
    personId: await colleague(at),
    jobTitle: "Senior engineer",
    roles: ["agent"],
  }) },
  "staff.confirm-factor-reset": { may: " -   -   -   -   -   -   -   -   + ", sample: (at) => withFactor(at, true) },
  "staff.reset-factors":     { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => ({ ...(await withFactor(at, false)), reason: "Lost their phone on a journey." }) },
  "staff.view-factor-reset": { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => ({ personId: await colleague(at) }) },
  "staff.remove-colleague":  { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => ({ personId: await colleague(at) }) },
  "staff.list-team":              { may: " -   -   -   -   -   -   -   -   + ", sample: nothing },
};
