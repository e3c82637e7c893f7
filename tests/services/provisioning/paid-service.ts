import { execute } from "@/lib/platform/operations/execute";
import { orderService } from "@/lib/services/orders/order-service";
import type { TestPortal } from "@/tests/fixtures/portal";
import { chargeFor, reportPaid } from "@/tests/services/orders/pay";

/** Northwind's owner orders a server with this name and pays for it. Returns the service's id. */
export async function paidService(portal: TestPortal, name: string): Promise<string> {
  const { id: productId } = await portal.owner.product.findUniqueOrThrow({ where: { slug: "vps-m" } });
  const input = { productId, name, term: "month" as const };
  const owner = await portal.as("owner@northwind.example");
  const { id, serviceId } = await execute(owner, portal.demo.northwind.id, orderService, input);
  const { invoiceId } = await portal.owner.order.findUniqueOrThrow({ where: { id } });
  await reportPaid(await chargeFor(portal, invoiceId ?? ""), new Date());
  return serviceId;
}
