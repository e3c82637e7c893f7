import { z } from "zod";
import { heldCreditOrders, readHeldCredits } from "@/lib/billing/accounting/read-held-credits";
import { money } from "@/lib/platform/kernel/money";
import { countedBy, cursorInput } from "@/lib/platform/kernel/page";
import { sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { heldCredits } from "./schema";

/** Account credit not yet applied to an invoice, highest first. */
export const listHeldCredits = defineQuery({
  name: "accounting.list-held-credits",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "List accounts with account credit",
  activity: "view account credit",
  input: z.object({ ...cursorInput, ...sortInput(heldCreditOrders, "credit", "desc") }),
  output: heldCredits,
  http: { method: "GET", path: "/staff/accounting/credits" },
  async run({ db }, asked) {
    const counting = db.creditBalance.count({
      where: { creditMinor: { not: 0n } },
      ...countedBy({ creditMinor: "desc" }),
    });
    const adding = db.creditTotal.groupBy({
      by: ["currency"],
      _sum: { creditMinor: true },
      orderBy: { currency: "asc" },
    });
    const [pageOf, counted, totals] = await Promise.all([readHeldCredits(db, asked), counting, adding]);
    const page = pageOf(counted);
    const items = page.items.map(({ accountId, number, name, currency, minor }) => ({
      account: { id: accountId, number, name },
      credit: money(minor, currency),
    }));
    return {
      ...page,
      items,
      totals: totals.flatMap(({ currency, _sum }) => (_sum.creditMinor ? [money(_sum.creditMinor, currency)] : [])),
    };
  },
});
