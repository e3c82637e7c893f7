import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { sellerDetails } from "./schema";

export const viewSeller = defineQuery({
  name: "accounting.seller",
  permission: "staff.billing-setup.manage",
  scope: "staff",
  summary: "See the seller's details that invoices carry",
  input: z.object({}),
  output: z.object({ seller: sellerDetails.nullable().describe("Null until somebody has set it up") }),
  http: { method: "GET", path: "/staff/billing-setup/seller" },
  async run({ db }) {
    const seller = await db.legalEntity.findFirst({ where: { isDefault: true }, omit: { isDefault: true } });
    return { seller };
  },
});
