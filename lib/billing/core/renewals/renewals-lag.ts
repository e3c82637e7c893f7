import { asWorker } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import { renewalsDue } from "./renewals-due";
import { schedule } from "./schedule";

/** How long the oldest renewal has been due without being invoiced, in milliseconds; 0 if none is. */
export async function renewalsLag(now: Date): Promise<number> {
  const until = addDays(now, schedule().leadDays);
  const oldest = await asWorker((db) =>
    db.service.findFirst({
      where: { ...renewalsDue(until), account: { status: "active" } },
      orderBy: { renewsAt: "asc" },
      select: { renewsAt: true },
    }),
  );
  return oldest?.renewsAt ? Math.max(0, until.getTime() - oldest.renewsAt.getTime()) : 0;
}
