import { z } from "zod";
import { addDays, iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { money, moneySchema } from "@/lib/platform/kernel/money";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineDashboardPart } from "@/lib/platform/operations/dashboard-part";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";

const schema = z.object({
  suspended: z.array(z.object({ id, name: z.string() })),
  renewingCount: z.int(),
  renewing: z.array(
    z.object({
      id,
      name: z.string(),
      renewsAt: isoDateTime,
      /** For viewers who can see service prices. */
      price: moneySchema.optional(),
    }),
  ),
});

declare module "@/lib/platform/operations/dashboard-part" {
  interface DashboardParts {
    services: z.infer<typeof schema>;
  }
}

export const servicesPart = defineDashboardPart({
  name: "services",
  permission: "services.view",
  schema,
  load: servicesSoon,
});

const SOON_DAYS = 30;

/** Suspended services and those that renew within 30 days. Prices are for viewers who can see them. */
async function servicesSoon(context: Context): Promise<z.input<typeof schema>> {
  const { db, viewer, now } = context;
  const soon = accessibleWhere(context, "services.view", {
    statusKey: "active",
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
    where: accessibleWhere(context, "services.view", { statusKey: "suspended" }),
    select: { id: true, name: true },
    orderBy: [{ nameSearch: "asc" }, { id: "asc" }],
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
