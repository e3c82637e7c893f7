import type { Context } from "@/lib/platform/operations/operation";
import { consume, type Limit } from "@/lib/platform/operations/rate-limit";
import { visitColumns } from "./present-visit";
import { tellOwner } from "./tell-owner";

/** Nobody's inbox is filled by somebody who asks again and again. */
const askedLimit: Limit = { name: "staff-visit-asked", points: 20, seconds: 3600 };

/** Asks the owner for an approval: by email, and behind the bell of those who see staff access. */
export async function askOwner(context: Context<"account">, visitId: string): Promise<void> {
  await consume(askedLimit, `${context.account.id} ${context.actor.personId}`);
  const visit = await context.db.staffVisit.findFirstOrThrow({
    where: { accountId: context.account.id, id: visitId },
    select: visitColumns,
  });
  await tellOwner(context, { ...visit, visitId, confirmed: null });
}
