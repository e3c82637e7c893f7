import { iso } from "@/lib/platform/kernel/dates";
import type { DayPeriod } from "@/lib/platform/kernel/day-period";
import { money } from "@/lib/platform/kernel/money";
import type { Context } from "@/lib/platform/operations/operation";
import type { ReportCell } from "./schema";
import type { ReportBody } from "./table";

interface Moved {
  readonly at: Date | null;
  readonly currency: string;
  readonly cells: readonly ReportCell[];
}

/** Payments, refunds and reversals, oldest first. */
export async function payments(context: Context<"account">, period: DayPeriod): Promise<ReportBody> {
  const moved = [
    ...(await received(context, period)),
    ...(await refunded(context, period)),
    ...(await takenBack(context, period)),
  ].sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0));
  return {
    title: "Payments",
    says: "Payments by date received; refunds and bank reversals by date paid out.",
    columns: [
      { key: "date", header: "Date", type: "date" },
      { key: "method", header: "Payment method", type: "text" },
      { key: "for", header: "Description", type: "text" },
      { key: "received", header: "Paid", type: "money" },
      { key: "returned", header: "Refunded", type: "money" },
    ],
    rows: moved.map(({ at, currency, cells }) => ({ currency, cells: [at && iso(at), ...cells] })),
  };
}

async function received({ db, account }: Context<"account">, { start, end }: DayPeriod): Promise<Moved[]> {
  const found = await db.payment.findMany({
    where: { accountId: account.id, status: "succeeded", receivedAt: { gte: start, lt: end } },
    select: {
      receivedAt: true,
      method: true,
      amountMinor: true,
      currency: true,
      allocations: {
        where: { state: "applied" },
        select: { invoice: { select: { number: true } } },
        orderBy: { id: "asc" },
      },
    },
    orderBy: { id: "asc" },
  });
  return found.map(({ receivedAt: at, method, amountMinor, currency, allocations }) => {
    const numbers = allocations.map(({ invoice }) => invoice.number).join(", ");
    return { at, currency, cells: [method, numbers, money(amountMinor, currency), null] };
  });
}

async function refunded({ db, account }: Context<"account">, { start, end }: DayPeriod): Promise<Moved[]> {
  const found = await db.refund.findMany({
    where: { accountId: account.id, status: "succeeded", settledAt: { gte: start, lt: end } },
    select: { settledAt: true, amountMinor: true, currency: true, reason: true, payment: { select: { method: true } } },
    orderBy: { id: "asc" },
  });
  return found.map(({ settledAt: at, amountMinor, currency, reason, payment: { method } }) => ({
    at,
    currency,
    cells: [method, `Refund: ${reason}`, null, money(amountMinor, currency)],
  }));
}

/** A disputed payment is reversed only once the dispute is lost. */
async function takenBack({ db, account }: Context<"account">, { start, end }: DayPeriod): Promise<Moved[]> {
  const found = await db.dispute.findMany({
    where: { accountId: account.id, status: "lost", closedAt: { gte: start, lt: end } },
    select: { closedAt: true, amountMinor: true, currency: true, payment: { select: { method: true } } },
    orderBy: { id: "asc" },
  });
  return found.map(({ closedAt: at, amountMinor, currency, payment: { method } }) => ({
    at,
    currency,
    cells: [method, "Reversed by the bank", null, money(amountMinor, currency)],
  }));
}
