import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
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
    if (product === null) throw notFound(t("Product not found."));
    const endpoints = await db.provisioningEndpoint.findMany({
      select: { id: true, name: true, isDefault: true },
      orderBy: { name: "asc" },
    });
    const usual = endpoints.find(({ isDefault }) => isDefault)?.name;
    return {
      endpoint: product.setUpByHand ? "staff" : (product.endpointId ?? "default"),
      choices: [
        { value: "default", label: defaultInWords(usual) },
        { value: "staff", label: t("Staff") },
        ...endpoints.map(({ id: value, name }) => ({ value, label: name })),
      ],
    };
  },
});

const defaultInWords = (name: string | undefined): string =>
  name === undefined ? t("The default (staff, as there is none)") : t("The default ({name})", { name });
