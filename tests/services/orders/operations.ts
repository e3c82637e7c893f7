import { buildInvoice } from "@/prisma/seed/builders/invoice";
import { ownerOf, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";
import { service } from "@/tests/services/arrange";

const order = async (at: Arrangement) => {
  const serviceId = await service(at);
  const { productId } = await at.portal.owner.service.findUniqueOrThrow({ where: { id: serviceId } });
  const { id } = await at.portal.owner.order.create({
    data: {
      accountId: at.accountId,
      contactId: (await ownerOf(at)).contactId,
      productId,
      serviceId,
      priceMinor: 1290n,
      currency: "EUR",
    },
  });
  return id;
};

/** As an order leaves it: a service that waits, and an invoice that is open. */
const unpaidOrder = async (at: Arrangement) => {
  const orderId = await order(at);
  const invoiceId = await buildInvoice(at.portal.owner, at.accountId, {
    number: `INV-${unique()}`,
    status: "open",
    issuedAt: new Date(),
    lines: [{ description: "Sample", unitMinor: 1290 }],
  });
  const { serviceId } = await at.portal.owner.order.update({ where: { id: orderId }, data: { invoiceId } });
  await at.portal.owner.service.update({ where: { id: serviceId }, data: { status: "pending" } });
  return orderId;
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                  own adm bil sup b+s cus age acc man
  "services.cancel-order":  { may: " +   -   -   -   -   -   -   -   - ", sample: async (at) => ({ orderId: await unpaidOrder(at) }) },
  "services.order":         { may: " +   -   -   -   -   -   -   -   - ", sample: async ({ portal }) => ({
    productId: (await portal.owner.product.findFirstOrThrow()).id,
    term: "year",
    name: "ordered.example",
  }) },
  "services.quote-order":   { may: " +   -   -   -   -   -   -   -   - ", sample: async ({ portal }) => ({ productId: (await portal.owner.product.findFirstOrThrow()).id }) },
  "services.view-order":    { may: " +   -   -   -   -   -   -   -   - ", sample: async (at) => ({ orderId: await order(at) }) },
};
