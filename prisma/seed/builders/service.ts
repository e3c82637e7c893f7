import { billingDayOf, periodUntil } from "@/lib/billing/core/pricing/period";
import type { BillingInterval, ServiceStatus } from "@/lib/platform/db/generated/enums";
import { seal } from "@/lib/platform/keys/seal";
import { loginSecret } from "@/lib/services/core/login-secret";
import type { OwnerDatabase } from "./owner-database";

interface ServicePlan {
  readonly product: string;
  readonly name: string;
  readonly status?: ServiceStatus;
  readonly settingUp?: boolean;
  readonly location?: string;
  readonly startedAt: Date;
  readonly renewsAt?: Date | null;
  readonly cancelledAt?: Date;
  readonly credentials?: readonly { label: string; username: string; secret: string; url?: string; note?: string }[];
}

/** A service of an account in EUR, billed monthly if the product allows it. Returns its id. */
export async function buildService(db: OwnerDatabase, accountId: string, plan: ServicePlan): Promise<string> {
  const { product: slug, credentials = [], ...service } = plan;
  const product = await db.product.findUniqueOrThrow({
    where: { slug },
    include: { prices: { where: { currency: "EUR", endedAt: null }, orderBy: { interval: "asc" }, take: 1 } },
  });
  const [price] = product.prices;
  if (price === undefined) throw new Error(`The demo product ${slug} has no price in EUR.`);
  const { id } = await db.service.create({
    data: {
      status: "active",
      location: "Amsterdam, AMS-2",
      ...service,
      accountId,
      productId: product.id,
      priceMinor: price.priceMinor,
      currency: price.currency,
      interval: price.interval,
      ...periodOf(plan.renewsAt, price.interval),
      createdAt: plan.startedAt,
    },
    select: { id: true },
  });
  await db.serviceCredential.createMany({
    data: credentials.map((one) => {
      const row = { id: crypto.randomUUID(), accountId, serviceId: id };
      return { ...one, ...row, secret: seal(loginSecret, row, one.secret) };
    }),
  });
  return id;
}

function periodOf(renewsAt: Date | null | undefined, interval: BillingInterval) {
  if (!renewsAt) return {};
  const billingDay = billingDayOf(renewsAt);
  return { billingDay, periodStart: periodUntil(renewsAt, interval, billingDay).start };
}
