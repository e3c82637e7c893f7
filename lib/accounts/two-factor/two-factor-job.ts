import type { Job } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { withinAccount } from "@/lib/platform/jobs/within-account";
import { msg } from "@/lib/platform/language/msg";
import { tellNotReady } from "./tell-not-ready";

/** Tells those who aren't ready: more than one transaction holds, those who joined since, and all again before the deadline. */
export const twoFactorJob: ScheduledJob = {
  name: "two-factor-required",
  phase: "notify",
  queue: "two-factor-required",
  cron: "*/10 * * * *",
  words: msg(
    "{count, plural, one {# person told that two-factor sign-in is required} other {# people told that two-factor sign-in is required}}",
  ),
  find: async (db, _now, after, take) => {
    const found = await db.account.findMany({
      where: { id: { gt: after }, status: "active", twoFactorFrom: { not: null } },
      select: { id: true },
      orderBy: { id: "asc" },
      take,
    });
    return found.map(({ id }) => ({ id, accountId: id }));
  },
  work: ({ accountId }, now) => withinAccount(accountId, now, tellAll),
};

/** Access has no business clock: a demo that moves it doesn't end anybody's time to set it up. */
async function tellAll({ db, account }: Job): Promise<number> {
  const found = await db.account.findUniqueOrThrow({ where: { id: account.id }, select: { twoFactorFrom: true } });
  if (found.twoFactorFrom === null) return 0;
  return tellNotReady(db, account, { from: found.twoFactorFrom, now: new Date() });
}
