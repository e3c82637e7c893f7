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
  "staff.remove-colleague":  { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => ({ personId: await colleague(at) }) },
  "staff.list-team":              { may: " -   -   -   -   -   -   -   -   + ", sample: nothing },
};
