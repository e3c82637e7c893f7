import { chosenOption } from "@/lib/billing/core/pricing/next-plan";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { iso } from "@/lib/platform/kernel/dates";
import type { ProvisioningEvent } from "./provisioning-event";
import { toldOf } from "./told-of";

interface Message {
  readonly event: ProvisioningEvent;
  /** For the number of the service's last message the number of this one, or null if it isn't to be sent. */
  readonly numberAfter: (last: number) => number | null;
}

/**
 * Queues a message about a service for its endpoint, with all that is needed to set it up, as of now. What comes after the
 * set-up goes to the endpoint that had the last message. Returns null if there is nothing to set up, no active endpoint, or
 * the message with this number already exists.
 */
export async function queueDelivery(
  db: ScopedDb,
  accountId: string,
  serviceId: string,
  { event, numberAfter }: Message,
): Promise<string | null> {
  const isSetUp = event === "service.set-up";
  const where = { id: serviceId, accountId, ...(isSetUp && { settingUp: true }) };
  const service = await db.service.findFirst({ where, select: columns });
  if (service === null) return null;
  const [last] = service.deliveries;
  const endpoint = isSetUp ? await endpointOf(db, service.product) : await lastEndpoint(db, last);
  const number = numberAfter(last?.number ?? 0);
  if (endpoint === null || number === null) return null;
  const id = crypto.randomUUID();
  const payload = JSON.stringify(messageOf(id, event, serviceId, service));
  try {
    const its = { id, accountId, serviceId, endpointId: endpoint.id, number };
    await db.provisioningDelivery.createMany({ data: { ...its, event, told: toldOf(service), payload } });
    return id;
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

const columns = {
  name: true,
  status: true,
  location: true,
  options: true,
  interval: true,
  startedAt: true,
  product: { select: { slug: true, name: true, hasLogin: true, endpointId: true, setUpByHand: true } },
  account: { select: { id: true, number: true, name: true, country: true } },
  orders: { select: { number: true, note: true }, orderBy: { number: "desc" }, take: 1 },
  deliveries: { select: { number: true, endpointId: true }, orderBy: { number: "desc" }, take: 1 },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;
const rowOf = (db: ScopedDb) => db.service.findFirst({ select: columns });

async function endpointOf(db: ScopedDb, { endpointId, setUpByHand }: Row["product"]) {
  if (setUpByHand) return null;
  const where = endpointId === null ? { isDefault: true, active: true } : { id: endpointId, active: true };
  return db.provisioningEndpoint.findFirst({ where, select: { id: true } });
}

const lastEndpoint = async (db: ScopedDb, last: { readonly endpointId: string } | undefined) =>
  last === undefined
    ? null
    : db.provisioningEndpoint.findFirst({ where: { id: last.endpointId, active: true }, select: { id: true } });

/** Contains no prices, and of people only the note they wrote. */
const messageOf = (
  id: string,
  event: string,
  serviceId: string,
  { product, account, orders, options, ...service }: Row,
) => ({
  id,
  event,
  service: {
    id: serviceId,
    name: service.name,
    status: service.status,
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
