import { nothing } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const opened = async ({ portal, accountId }: Arrangement) => {
  const { owner } = portal;
  const account = await owner.account.findUniqueOrThrow({ where: { id: accountId } });
  await owner.staffAccess.updateMany({ where: { accountId, closedAt: null }, data: { closedAt: new Date() } });
  const openedAt = new Date(Date.now() - 60_000);
  const endsAt = new Date(Date.now() + 3_600_000);
  await owner.staffAccess.create({
    data: {
      accountId,
      areas: ["meetings"],
      openedById: account.ownerContactId,
      openedByName: "Olga Owner",
      openedAt,
      endsAt,
    },
  });
  return {};
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                            own adm bil sup b+s cus age acc man
  "staff-access.close": { may: " +   -   -   -   -   -   -   -   - ", sample: opened },
  "staff-access.open":  { may: " +   -   -   -   -   -   -   -   - ", sample: () => ({ areas: ["meetings"], hours: 1 }) },
  "staff-access.view":  { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
};
