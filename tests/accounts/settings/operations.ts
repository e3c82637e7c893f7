import { nothing, profile } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const versionOf = async ({ portal, accountId }: Arrangement) =>
  (await portal.owner.account.findUniqueOrThrow({ where: { id: accountId } })).version;

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                    own adm bil sup b+s cus age acc man
  "settings.view-areas":            { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "settings.change-areas":     { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ on: ["discussions", "meetings"], version: await versionOf(at) }) },
  "account.close":            { may: " +   -   -   -   -   -   -   -   - ", sample: async ({ portal, accountId }) => {
    await portal.owner.service.updateMany({
      where: { accountId },
      data: { status: "cancelled", cancelledAt: new Date(), settingUp: false },
    });
    return { confirmName: "Northwind Robotics" };
  } },
  "account.view":            { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "settings.view-notices":          { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "account.preview-closing":  { may: " +   -   -   -   -   -   -   -   - ", sample: nothing },
  "settings.update-profile":   { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ ...profile, version: await versionOf(at) }) },
  "settings.view-profile":     { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
};
