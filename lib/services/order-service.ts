import { z } from "zod";
import { type Context, defineCommand } from "@/lib/access/operation";
import { env } from "@/lib/config/env";
import { formatMoney } from "@/lib/kernel/format-money";
import { id } from "@/lib/kernel/ids";
import { moneySchema } from "@/lib/kernel/money";
import { invalidField, notFound, Problem } from "@/lib/kernel/problem";
import { sendMail } from "@/lib/mail/outbox";
import { OrderPlaced } from "@/lib/mail/templates/order-placed";
import { canSome } from "@/lib/policy/evaluate";
import { serviceLocation, serviceName } from "./schema";

const input = z.object({
  productId: id,
  name: serviceName,
  location: serviceLocation,
  note: z.string().trim().max(1000, "A note has 1000 characters at most.").default(""),
  priceSeen: moneySchema.shape.amountMinor
    .optional()
    .describe("The price that was shown, in minor units: the order is refused where it is another by now"),
});

/**
 * Reserved by the first policy document to the owner, and to whom the owner lets order. The service waits as `pending`
 * until it is set up; its owner is told of the order and its price.
 */
export const orderService = defineCommand({
  name: "services.order",
  permission: "services.order",
  scope: "account",
  summary: "Order a service",
  once: true,
  input,
  output: z.object({ id, number: z.int(), serviceId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/orders", status: 201 },
  async run(context, { productId, note, priceSeen, ...wanted }) {
    const product = await context.db.product.findFirst({
      where: { id: productId, active: true },
      select: { id: true, name: true, priceMinor: true, currency: true, interval: true },
    });
    if (product === null) throw invalidField("productId", "This product is not offered any more.");
    refuseOtherPrice(context, product.priceMinor, priceSeen);
    const order = await place(context, product, wanted, note);
    await tellOwner(context, product, order, { ...wanted, note });
    return {
      output: order,
      audit: {
        summary: `Ordered ${product.name} as ${wanted.name} (order #${order.number})`,
        target: { type: "service", id: order.serviceId },
        details: { orderId: order.id, productId },
      },
    };
  },
});

interface OrderedProduct {
  readonly id: string;
  readonly name: string;
  readonly priceMinor: bigint;
  readonly currency: string;
  readonly interval: "month" | "year";
}

interface PlacedOrder {
  readonly id: string;
  readonly number: number;
  readonly serviceId: string;
}

type Wanted = Pick<z.output<typeof input>, "name" | "location">;

/** Whoever sees no prices is not to find them out by trying. */
function refuseOtherPrice(context: Context, priceMinor: bigint, seen: number | undefined): void {
  if (seen === undefined || BigInt(seen) === priceMinor || !canSome(context.viewer, "billing.prices.view")) return;
  throw new Problem("conflict", "The price has changed since you looked. Open the product again to see the new one.");
}

async function place(
  { db, account, actor, now }: Context<"account">,
  { id: productId, priceMinor, currency, interval }: OrderedProduct,
  wanted: Wanted,
  note: string,
): Promise<PlacedOrder> {
  const { contactId } = actor;
  if (contactId === null) throw notFound();
  const service = await db.service.create({
    data: {
      ...wanted,
      accountId: account.id,
      productId,
      priceMinor,
      currency,
      interval,
      status: "pending",
      startedAt: now,
    },
    select: { id: true },
  });
  const order = await db.order.create({
    data: {
      accountId: account.id,
      contactId,
      productId,
      serviceId: service.id,
      priceMinor,
      currency,
      note: note === "" ? null : note,
    },
    select: { id: true, number: true },
  });
  return { ...order, serviceId: service.id };
}

async function tellOwner(
  { db, account, actor }: Context<"account">,
  product: OrderedProduct,
  order: PlacedOrder,
  wanted: Wanted & { note: string },
): Promise<void> {
  const { owner } = await db.account.findUniqueOrThrow({
    where: { id: account.id },
    select: { owner: { select: { name: true, email: true } } },
  });
  await sendMail(db, {
    accountId: account.id,
    kind: "billing",
    to: { address: owner.email, name: owner.name },
    subject: `Order #${order.number}: ${product.name}`,
    template: "order-placed",
    body: OrderPlaced({
      ...wanted,
      accountName: account.name,
      orderNumber: order.number,
      productName: product.name,
      price: `${formatMoney(product.priceMinor, product.currency, "en-GB")} a ${product.interval}, without tax`,
      orderedBy: actor.name,
      href: `${env().PORTAL_URL}/a/${account.id}/services/${order.serviceId}`,
    }),
  });
}
