import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { defineQuery } from "@/lib/platform/operations/operation";
import { productProvisioning } from "./schema";

export const viewProductProvisioning = defineQuery({
  name: "provisioning.view-product",
  permission: "staff.provisioning.manage",
  scope: "staff",
  summary: "View who sets up the services of a product",
  activity: "view the provisioning of a product",
  input: z.object({ productId: id }),
  output: productProvisioning,
  http: { method: "GET", path: "/staff/products/{productId}/provisioning" },
  run: async ({ db }, { productId }) => {
    const product = await db.product.findUnique({
      where: { id: productId },
      select: { endpointId: true, setUpByHand: true },
    });
    if (product === null) throw notFound("Product not found.");
    const endpoints = await db.provisioningEndpoint.findMany({
      select: { id: true, name: true, isDefault: true },
      orderBy: { name: "asc" },
    });
    const usual = endpoints.find(({ isDefault }) => isDefault)?.name ?? "staff, as there is none";
    return {
      endpoint: product.setUpByHand ? "staff" : (product.endpointId ?? "default"),
      choices: [
        { value: "default", label: `The default (${usual})` },
        { value: "staff", label: "Staff" },
        ...endpoints.map(({ id: value, name }) => ({ value, label: name })),
      ],
    };
  },
});
