import type { Context } from "@/lib/access/operation";
import { iso } from "@/lib/kernel/dates";
import type { DayPeriod } from "@/lib/kernel/day-period";
import { money } from "@/lib/kernel/money";
import type { ReportBody } from "./table";

/** Money that came in and went back, oldest first. */
export async function payments({ db, account }: Context<"account">, { start, end }: DayPeriod): Promise<ReportBody> {
  const during = { gte: start, lt: end };
  const received = await db.payment.findMany({
    where: { accountId: account.id, status: "succeeded", receivedAt: during },
    select: {
      receivedAt: true,
      method: true,
      amountMinor: true,
      currency: true,
      allocations: { where: { state: "applied" }, select: { invoice: { select: { number: true } } } },
    },
  });
  const returned = await db.refund.findMany({
    where: { accountId: account.id, status: "succeeded", settledAt: during },
    select: { settledAt: true, amountMinor: true, currency: true, reason: true, payment: { select: { method: true } } },
  });
  const rows = [
    ...received.map(({ receivedAt, method, amountMinor, currency, allocations }) => {
      const numbers = allocations.map(({ invoice }) => invoice.number).join(", ");
      return { at: receivedAt, currency, cells: [method, numbers, money(amountMinor, currency), null] };
    }),
    ...returned.map(({ settledAt, amountMinor, currency, reason, payment: { method } }) => {
      return { at: settledAt, currency, cells: [method, `Refund: ${reason}`, null, money(amountMinor, currency)] };
    }),
  ].sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0));
  return {
    title: "Payments",
    says: "Payments by the day on which the money was there, and refunds by the day on which it went back.",
    columns: [
      { key: "date", header: "Date", type: "date" },
      { key: "method", header: "Paid by", type: "text" },
      { key: "for", header: "For", type: "text" },
      { key: "received", header: "Paid", type: "money" },
      { key: "returned", header: "Refunded", type: "money" },
    ],
    rows: rows.map(({ at, currency, cells }) => ({ currency, cells: [at && iso(at), ...cells] })),
  };
}
