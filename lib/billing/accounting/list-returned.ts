import { z } from "zod";
import { readReturned, returnedOrders } from "@/lib/billing/accounting/read-returned";
import { iso } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { periodInput, spanOf } from "./period";
import { returnedList } from "./schema";

/** Refunds and credit notes of a period, newest first. */
export const listReturned = defineQuery({
  name: "accounting.list-returned",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "List refunds and credit notes in a period",
  activity: "view refunds and credit notes",
  input: z.object({
    ...periodInput,
    kind: z.enum(["refund", "creditNote"]).optional(),
    ...pageInput,
    ...sortInput(returnedOrders, "at", "desc"),
  }),
  output: returnedList,
  http: { method: "GET", path: "/staff/accounting/returned" },
  async run({ db, now }, { page, kind, sort, direction, ...asked }) {
    const span = spanOf(asked, now);
    const { rows, total } = await readReturned(db, { ...span, kind }, { sort, direction }, pageSlice(page));
    const items = rows.map(({ accountId, accountNumber, accountName, amountMinor, currency, at, ...row }) => ({
      ...row,
      account: { id: accountId, number: accountNumber, name: accountName },
      amount: money(amountMinor, currency),
      at: iso(at),
    }));
    const days = { from: span.firstDay, to: span.lastDay };
    return { ...pageResult(items, total, page), days };
  },
});
