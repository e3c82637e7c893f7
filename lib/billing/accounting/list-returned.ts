import { z } from "zod";
import { readReturned, returnedOrders } from "@/lib/billing/accounting/read-returned";
import { iso } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { cursorInput } from "@/lib/platform/kernel/page";
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
    ...cursorInput,
    ...sortInput(returnedOrders, "at", "desc"),
  }),
  output: returnedList,
  http: { method: "GET", path: "/staff/accounting/returned" },
  async run({ db, now }, asked) {
    const span = spanOf(asked, now);
    const page = await readReturned(db, { ...span, kind: asked.kind }, asked);
    const items = page.items.map(({ accountId, accountNumber, accountName, amountMinor, currency, at, ...row }) => ({
      ...row,
      account: { id: accountId, number: accountNumber, name: accountName },
      amount: money(amountMinor, currency),
      at: iso(at),
    }));
    const days = { from: span.firstDay, to: span.lastDay };
    return { ...page, items, days };
  },
});
