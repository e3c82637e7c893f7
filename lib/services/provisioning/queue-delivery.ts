import { chosenOption } from "@/lib/billing/core/pricing/next-plan";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { iso } from "@/lib/platform/kernel/dates";

/**
 * Queues a message about a service for its endpoint, with all that is needed to set it up, as of now. Returns null if
 * there is nothing to set up, no active endpoint, or the message with this number already exists.
 */
export async function queueDelivery(
  db: ScopedDb,
  accountId: string,
  serviceId: string,
  numberAfter: (last: number) => number | null,
): Promise<string | null> {
  const service = await db.service.findFirst({ where: { id: serviceId, accountId, settingUp: true }, select: columns });
  if (service === null) return null;
  const endpoint = await endpointOf(db, service.product);
  const number = numberAfter(service.deliveries[0]?.number ?? 0);
  if (endpoint === null || number === null) return null;
  const id = crypto.randomUUID();
  const payload = JSON.stringify(messageOf(id, serviceId, service));
  try {
    const data = { id, accountId, serviceId, endpointId: endpoint.id, number, payload };
    await db.provisioningDelivery.createMany({ data });
    return id;
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

const columns = {
  name: true,
  location: true,
  options: true,
  interval: true,
  startedAt: true,
  product: { select: { slug: true, name: true, hasLogin: true, endpointId: true, setUpByHand: true } },
  account: { select: { id: true, number: true, name: true, country: true } },
  orders: { select: { number: true, note: true }, orderBy: { number: "desc" }, take: 1 },
  deliveries: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;
const rowOf = (db: ScopedDb) => db.service.findFirst({ select: columns });

async function endpointOf(db: ScopedDb, { endpointId, setUpByHand }: Row["product"]) {
  if (setUpByHand) return null;
  const where = endpointId === null ? { isDefault: true, active: true } : { id: endpointId, active: true };
  return db.provisioningEndpoint.findFirst({ where, select: { id: true } });
}

/** Contains no prices, and of people only the note they wrote. */
const messageOf = (id: string, serviceId: string, { product, account, orders, options, ...service }: Row) => ({
  id,
  event: "service.set-up",
  service: {
    id: serviceId,
    name: service.name,
    location: service.location,
    term: service.interval,
    options: chosenOption.array().parse(options),
    paidAt: iso(service.startedAt),
    needsLogins: product.hasLogin,
  },
  product: { slug: product.slug, name: product.name },
  account,
  order: orders[0] ?? null,
});
