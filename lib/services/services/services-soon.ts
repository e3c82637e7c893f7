import type { z } from "zod";
import type { servicesPart } from "@/lib/home/dashboard/schema";
import { addDays, iso } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import type { Context } from "@/lib/platform/operations/operation";
import { rows } from "@/lib/platform/operations/rows";
import { can } from "@/lib/policy/evaluate";

const SOON_DAYS = 30;

/** Suspended services and those that renew within 30 days. What they cost is for those who see prices. */
export async function servicesSoon(context: Context): Promise<z.input<typeof servicesPart>> {
  const { db, viewer, now } = context;
  const soon = rows(context, "services.view", {
    status: "active" as const,
    cancelAtPeriodEnd: false,
    renewsAt: { gte: now, lt: addDays(now, SOON_DAYS) },
  });
  const renewing = await db.service.findMany({
    where: soon,
    select: { id: true, name: true, renewsAt: true, priceMinor: true, currency: true },
    orderBy: [{ renewsAt: "asc" }, { name: "asc" }, { id: "asc" }],
    take: 5,
  });
  const suspended = await db.service.findMany({
    where: rows(context, "services.view", { status: "suspended" as const }),
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 5,
  });
  return {
    suspended,
    renewingCount: await db.service.count({ where: soon }),
    renewing: renewing.map(({ id, name, renewsAt, priceMinor, currency }) => ({
      id,
      name,
      renewsAt: iso(renewsAt ?? now),
      ...(can(viewer, "billing.prices.view", { id }) ? { price: money(priceMinor, currency) } : {}),
    })),
  };
}
