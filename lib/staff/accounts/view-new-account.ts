import { z } from "zod";
import { currency } from "@/lib/platform/kernel/currencies";
import { defineQuery } from "@/lib/platform/operations/operation";

/** What a new account starts with: most customers are in the seller's own country. */
export const viewNewAccount = defineQuery({
  name: "staff.view-new-account",
  permission: "staff.accounts.create",
  scope: "staff",
  summary: "View the defaults of a new customer account",
  activity: "view the form for a new account",
  input: z.object({}),
  output: z.object({ country: z.string(), currency, locale: z.string(), timeZone: z.string() }),
  http: { method: "GET", path: "/staff/accounts/new" },
  run: async ({ db, actor }) => {
    const seller = await db.legalEntity.findFirst({ where: { isDefault: true }, select: { country: true } });
    return { country: seller?.country ?? "", currency: "EUR" as const, locale: "en-GB", timeZone: actor.timeZone };
  },
});
