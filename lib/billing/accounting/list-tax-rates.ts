import { z } from "zod";
import { coverage } from "@/lib/billing/core/tax/vat-territory";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { countedBy, pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { taxRates } from "./schema";

const orders = {
  country: (sort) => [{ country: sort }, { category: "desc" }, { validFrom: "desc" }],
  category: (sort) => [{ category: sort }, { country: "asc" }, { validFrom: "desc" }],
  name: (sort) => [{ name: sort }, { country: "asc" }],
  rate: (sort) => [{ basisPoints: sort }, { country: "asc" }],
  from: (sort) => [{ validFrom: sort }, { country: "asc" }],
  until: (sort) => [{ validUntil: { sort, nulls: sort === "asc" ? "last" : "first" } }, { country: "asc" }],
} satisfies Record<string, (sort: Direction) => Prisma.TaxRateOrderByWithRelationInput[]>;

export const listTaxRates = defineQuery({
  name: "accounting.list-tax-rates",
  permission: "staff.billing-setup.manage",
  scope: "staff",
  summary: "List tax rates, current ones first",
  activity: "view tax rates",
  input: z.object({ ...pageInput, ...sortInput(orders, "country", "asc") }),
  output: taxRates,
  http: { method: "GET", path: "/staff/billing-setup/tax-rates" },
  async run({ db, now }, { page, ...order }) {
    const rates = db.taxRate.findMany({ orderBy: orderBy(orders, order), ...pageSlice(page) });
    const [found, total] = await Promise.all([rates, db.taxRate.count(countedBy({ id: "asc" }))]);
    const items = found.map(({ validFrom, validUntil, ...rate }) => ({
      ...rate,
      validFrom: iso(validFrom),
      validUntil: isoOrNull(validUntil),
      state: stateOf({ validFrom, validUntil }, now),
      coverage: coverage(rate.country),
    }));
    return { ...pageResult(items, total, page), today: dayOf(now) };
  },
});

function stateOf({ validFrom, validUntil }: { validFrom: Date; validUntil: Date | null }, now: Date) {
  if (validFrom > now) return "coming" as const;
  return validUntil !== null && validUntil <= now ? ("over" as const) : ("inForce" as const);
}
