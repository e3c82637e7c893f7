import { z } from "zod";
import { coverage } from "@/lib/billing/core/vat-territory";
import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { defineQuery } from "@/lib/platform/operations/operation";
import { taxRates } from "./schema";

export const listTaxRates = defineQuery({
  name: "accounting.tax-rates",
  permission: "staff.billing-setup.manage",
  scope: "staff",
  summary: "List the tax rates, those in force first",
  input: z.object({}),
  output: taxRates,
  http: { method: "GET", path: "/staff/billing-setup/tax-rates" },
  async run({ db, now }) {
    const found = await db.taxRate.findMany({
      orderBy: [{ country: "asc" }, { category: "desc" }, { validFrom: "desc" }],
    });
    const items = found.map(({ validFrom, validUntil, ...rate }) => ({
      ...rate,
      validFrom: iso(validFrom),
      validUntil: isoOrNull(validUntil),
      state: stateOf({ validFrom, validUntil }, now),
      coverage: coverage(rate.country),
    }));
    return { items, today: dayOf(now) };
  },
});

function stateOf({ validFrom, validUntil }: { validFrom: Date; validUntil: Date | null }, now: Date) {
  if (validFrom > now) return "coming" as const;
  return validUntil !== null && validUntil <= now ? ("over" as const) : ("inForce" as const);
}
