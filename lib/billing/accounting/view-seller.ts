import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { sellerDetails } from "./schema";

export const viewSeller = defineQuery({
  name: "accounting.view-seller",
  permission: "staff.billing-setup.manage",
  scope: "staff",
  summary: "View the seller's details shown on invoices",
  activity: "view seller details",
  input: z.object({}),
  output: z.object({ seller: sellerDetails.nullable().describe("Null until the seller is set up") }),
  http: { method: "GET", path: "/staff/billing-setup/seller" },
  async run({ db }) {
    const seller = await db.legalEntity.findFirst({ where: { isDefault: true }, omit: { isDefault: true } });
    return { seller };
  },
});
