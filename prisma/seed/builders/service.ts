import type { ServiceStatus } from "@/lib/db/generated/enums";
import { sealCredential } from "@/lib/services/credential-secret";
import type { OwnerDatabase } from "./owner-database";

interface ServicePlan {
  readonly product: string;
  readonly name: string;
  readonly status?: ServiceStatus;
  readonly location?: string;
  readonly startedAt: Date;
  readonly renewsAt?: Date | null;
  readonly cancelledAt?: Date;
  readonly credentials?: readonly { label: string; username: string; secret: string; url?: string }[];
}

/** A service of an account, priced as its product. Returns its id. */
export async function buildService(db: OwnerDatabase, accountId: string, plan: ServicePlan): Promise<string> {
  const { product: slug, credentials = [], ...service } = plan;
  const product = await db.product.findUniqueOrThrow({ where: { slug } });
  const { id } = await db.service.create({
    data: {
      status: "active",
      location: "Amsterdam, AMS-2",
      ...service,
      accountId,
      productId: product.id,
      priceMinor: product.priceMinor,
      currency: product.currency,
      interval: product.interval,
      createdAt: plan.startedAt,
    },
    select: { id: true },
  });
  await db.serviceCredential.createMany({
    data: credentials.map((one) => ({ ...one, accountId, serviceId: id, secret: sealCredential(one.secret, id) })),
  });
  return id;
}
