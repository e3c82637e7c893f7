import { forgetMethod, unforgotten } from "@/lib/billing/forget-method";
import { addMinutes } from "@/lib/kernel/dates";
import type { MonthJob } from "./each";

/** Whoever removed it asks the gateway at once; after this long it is taken for left behind. */
const GRACE_MINUTES = 2;

/** Cards and mandates that were removed while their gateway did not answer, or by somebody who died before asking it. */
export const forget: MonthJob = {
  find: (db, now, after, take) =>
    db.paymentMethod.findMany({
      where: { ...unforgotten, removedAt: { lt: addMinutes(now, -GRACE_MINUTES) }, id: { gt: after } },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: async ({ accountId, id }) => Number(await forgetMethod(accountId, id)),
};
