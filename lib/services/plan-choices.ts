import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { isoOrNull } from "@/lib/kernel/dates";
import { id } from "@/lib/kernel/ids";
import { can } from "@/lib/policy/evaluate";
import { loadCatalogue } from "./catalogue";
import { optionsOf, serviceToChange, whyNot } from "./plan-change";
import { presentProduct } from "./present-product";
import { planChoices } from "./schema";

/** The plans that a service can change to: products of its family, in the currency it is paid in. */
export const viewPlanChoices = defineQuery({
  name: "services.plan-choices",
  permission: "services.order",
  scope: "account",
  summary: "List the plans that a service can change to",
  input: z.object({ serviceId: id }),
  output: planChoices,
  http: { method: "GET", path: "/accounts/{accountId}/services/{serviceId}/plans" },
  async run(context, { serviceId }) {
    const service = await serviceToChange(context, serviceId);
    const products = await loadCatalogue(context.db, service.currency, { family: service.product.family });
    const priced = can(context.viewer, "billing.prices.view", { id: serviceId });
    const { name, productId, product, interval, renewsAt, version } = service;
    return {
      service: {
        id: serviceId,
        name,
        productId,
        product: product.name,
        term: interval,
        options: Object.fromEntries(optionsOf(service).map(({ option, choice }) => [option, choice])),
        renewsAt: isoOrNull(renewsAt),
        version,
      },
      obstacle: whyNot(service),
      products: products.map((one) => presentProduct(one, priced)),
    };
  },
});
