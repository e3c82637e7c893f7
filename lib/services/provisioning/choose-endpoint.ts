import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Who sets up the services of a product that are paid for from now on. */
export const chooseEndpoint = defineCommand({
  name: "provisioning.choose-endpoint",
  permission: "staff.provisioning.manage",
  scope: "staff",
  summary: "Choose who sets up the services of a product",
  activity: "choose who sets up a product",
  input: z.object({ productId: id, endpoint: z.union([z.enum(["default", "staff"]), id]) }),
  output: z.object({ id }),
  http: { method: "PUT", path: "/staff/products/{productId}/provisioning" },
  run: async ({ db }, { productId, endpoint }) => {
    const endpointId = endpoint === "default" || endpoint === "staff" ? null : endpoint;
    const product = await db.product.findUnique({ where: { id: productId }, select: { name: true } });
    if (product === null) throw notFound(t("Product not found."));
    if (endpointId !== null) {
      const known = await db.provisioningEndpoint.findUnique({ where: { id: endpointId }, select: { id: true } });
      if (known === null) throw invalidField("endpoint", t("Choose a provisioning system from the list."));
    }
    await db.product.updateMany({
      where: { id: productId },
      data: { endpointId, setUpByHand: endpoint === "staff", version: { increment: 1 } },
    });
    return {
      output: { id: productId },
      audit: {
        summary: say("Changed who sets up {name}", { name: product.name }),
        target: { type: "product", id: productId },
        details: { endpoint },
      },
    };
  },
});
