import { lockMoney, type NotifyingContext } from "@/lib/billing/core/billing-context";
import type { Schedule } from "@/lib/billing/core/renewals/schedule";
import { toRestore, toSuspend } from "./debt";
import { notifyServices } from "./notify-services";

/** Suspends the running services of an account overdue for too long, and returns how many. */
export async function suspendForDebt(job: NotifyingContext, schedule: Schedule): Promise<number> {
  await lockMoney(job);
  const { db, account, now } = job;
  const services = await named(job, toSuspend(schedule, now));
  for (const { id } of services) {
    await db.service.updateMany({
      where: { accountId: account.id, id, status: "active" },
      data: { status: "suspended", suspendedAt: now, suspendedForDebt: true, version: { increment: 1 } },
    });
  }
  await notifyServices(job, "suspended", services);
  return services.length;
}

/** Restores services suspended for a debt that has been paid, and returns how many. */
export async function restoreAfterDebt(job: NotifyingContext, schedule: Schedule): Promise<number> {
  await lockMoney(job);
  const { db, account, now } = job;
  const services = await named(job, toRestore(schedule, now));
  for (const { id } of services) {
    await db.service.updateMany({
      where: { accountId: account.id, id, status: "suspended", suspendedForDebt: true },
      data: { status: "active", suspendedAt: null, suspendedForDebt: false, version: { increment: 1 } },
    });
  }
  await notifyServices(job, "restored", services);
  return services.length;
}

const named = (
  { db, account }: NotifyingContext,
  where: ReturnType<typeof toSuspend> | ReturnType<typeof toRestore>,
): Promise<{ id: string; name: string }[]> =>
  db.service.findMany({
    where: { ...where, accountId: account.id },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
