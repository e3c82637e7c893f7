import { z } from "zod";
import { refreshBrand } from "@/lib/platform/brand/current-brand";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Shows the name alone from now on. Email sent before keeps its logo. */
export const removeLogo = defineCommand({
  name: "staff.remove-logo",
  permission: "staff.brand.manage",
  scope: "staff",
  summary: "Remove the portal's logo",
  activity: "remove the logo",
  input: z.object({}),
  output: z.object({}),
  http: { method: "POST", path: "/staff/brand/logo/remove" },
  run: async ({ db }) => {
    await db.brand.updateMany({ where: { id: 1 }, data: { logoHash: null } });
    return { output: {}, audit: { summary: say("Removed the logo") } };
  },
  after: async (output) => {
    await refreshBrand();
    return output;
  },
});
