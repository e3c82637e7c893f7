import { z } from "zod";
import {
  countReceivables,
  type ReceivableRow,
  readReceivables,
  receivableTotals,
} from "@/lib/billing/accounting/read-receivables";
import { ages } from "@/lib/platform/kernel/ages";
import { currency } from "@/lib/platform/kernel/currencies";
import { money } from "@/lib/platform/kernel/money";
import { cursorInput } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { receivableSort, receivables } from "./schema";

export const receivableFilters = {
  q: z
    .string()
    .trim()
    .max(200)
    .default("")
    .describe("Part of the account name or number; one or two letters: how the name begins"),
  currency: currency.optional(),
  age: z.enum(ages).optional().describe("Only accounts with a balance due of this age"),
};

/** Balance due per account, by days overdue. */
export const listReceivables = defineQuery({
  name: "accounting.list-receivables",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "List receivables by account and days overdue",
  activity: "view receivables",
  input: z.object({
    ...receivableFilters,
    sort: receivableSort.default("total"),
    direction: z.enum(["asc", "desc"]).default("desc"),
    ...cursorInput,
  }),
  output: receivables,
  http: { method: "GET", path: "/staff/accounting/receivables" },
  async run({ db, now }, asked) {
    const [pageOf, counted, totals] = await Promise.all([
      readReceivables(db, now, asked),
      countReceivables(db, now, asked),
      receivableTotals(db, now),
    ]);
    const page = pageOf(counted);
    const items = page.items.map((row) => ({
      account: { id: row.accountId, number: row.number, name: row.name },
      invoices: Number(row.invoices),
      ...amountsOf(row),
    }));
    return { ...page, items, totals: totals.map(amountsOf) };
  },
});

const amountsOf = ({ current, to30, to60, to90, over90, total, currency: code }: ReceivableRow) => ({
  current: money(current, code),
  to30: money(to30, code),
  to60: money(to60, code),
  to90: money(to90, code),
  over90: money(over90, code),
  total: money(total, code),
});
