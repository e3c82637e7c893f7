import { z } from "zod";
import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { currency } from "@/lib/platform/kernel/currencies";
import { addDays } from "@/lib/platform/kernel/dates";
import { defineQuery } from "@/lib/platform/operations/operation";

const DAYS_TO_PAY = 14;

/** Defaults for the accounting forms. */
export const viewBillingDesk = defineQuery({
  name: "invoices.view-desk",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "View the account's currency and default due date for a new invoice",
  activity: "prepare an invoice",
  input: z.object({}),
  output: z.object({ currency, dueOn: z.iso.date() }),
  http: { method: "GET", path: "/accounts/{accountId}/billing-desk" },
  async run({ db, account, now }) {
    const row = await db.account.findUniqueOrThrow({ where: { id: account.id }, select: { currency: true } });
    const known = currency.safeParse(row.currency);
    return { currency: known.data ?? "EUR", dueOn: dayOf(addDays(now, DAYS_TO_PAY)) };
  },
});
