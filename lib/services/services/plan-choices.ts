import { z } from "zod";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { loadCatalogue } from "@/lib/services/core/catalogue";
import { presentProduct } from "@/lib/services/core/present-product";
import { planChoices } from "@/lib/services/services/schema";
import { optionsOf, serviceToChange, whyNot } from "./plan-change";

/** The plans a service can change to: products of its family, in its currency. */
export const viewPlanChoices = defineQuery({
  name: "services.view-plan-choices",
  permission: "services.order",
  scope: "account",
  alsoChecks: ["billing.prices.view"],
  summary: "List the plans a service can change to",
  activity: "view available plans",
  input: z.object({ serviceId: id }),
  output: planChoices,
  http: { method: "GET", path: "/accounts/{accountId}/services/{serviceId}/plans" },
  async run(context, { serviceId }) {
    const service = await serviceToChange(context, serviceId);
    const products = await loadCatalogue(context.db, service.currency, {
      family: service.product.family,
      OR: [{ hidden: false }, { id: service.productId }],
    });
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
