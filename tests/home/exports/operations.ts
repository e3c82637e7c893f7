import { addDays } from "@/lib/platform/kernel/dates";
import { nothing, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const queued = async ({ portal, email }: Arrangement) => {
  const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
  const file = { operation: "statements.download-csv", input: {}, inputHash: unique(), totalLines: 1 };
  return (await portal.owner.export.create({ data: { ...file, personId, expiresAt: addDays(new Date(), 7) } })).id;
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                  own adm bil sup b+s cus age acc man
  "exports.delete": { may: " +   +   +   +   +   +   +   +   + ", sample: async (at) => ({ exportId: await queued(at) }) },
  "exports.list":   { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
};
