import type { Feature } from "@/lib/platform/operations/feature";
import { cancelOrder } from "./cancel-order";
import { orderService } from "./order-service";
import { quoteOrder } from "./quote-order";
import { viewOrder } from "./view-order";

export const ordersFeature: Feature = {
  name: "services/orders",
  operations: [cancelOrder, orderService, quoteOrder, viewOrder],
};
