import { isoOrNull } from "@/lib/platform/kernel/dates";
import type { DayPeriod } from "@/lib/platform/kernel/day-period";
import { money } from "@/lib/platform/kernel/money";
import type { Context } from "@/lib/platform/operations/operation";
import type { ReportBody } from "./table";

const DAY_MS = 86_400_000;

/** Ages in days after the due date, with their columns. */
const ages = [
  { key: "notDue", header: "Not due yet", until: 0 },
  { key: "month", header: "1–30 days overdue", until: 30 },
  { key: "quarter", header: "31–90 days overdue", until: 90 },
  { key: "older", header: "Over 90 days overdue", until: Number.POSITIVE_INFINITY },
] as const;

/** Balance due at the end of the last day, by invoice and age. Read from the ledger, so it works for any past day. */
export async function outstanding({ db, account }: Context<"account">, { end }: DayPeriod): Promise<ReportBody> {
  const owed = await db.ledgerLine.groupBy({
    by: ["invoiceId", "currency"],
    where: { accountId: account.id, ledgerAccount: "receivable", invoiceId: { not: null }, entry: { at: { lt: end } } },
    _sum: { amountMinor: true },
  });
  const open = new Map(
    owed.flatMap(({ invoiceId, _sum }) => (invoiceId && _sum.amountMinor ? [[invoiceId, _sum.amountMinor]] : [])),
  );
  const invoices = await db.invoice.findMany({
    where: { accountId: account.id, id: { in: [...open.keys()] } },
    select: { id: true, number: true, issuedAt: true, dueAt: true, currency: true },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  return {
    title: "Outstanding",
    says: "Balance due at the end of the last day, by days overdue. The start date has no effect.",
    columns: [
      { key: "invoice", header: "Invoice", type: "text" },
      { key: "due", header: "Due date", type: "date" },
      ...ages.map(({ key, header }) => ({ key, header, type: "money" as const })),
    ],
    rows: invoices.map(({ id, number, dueAt, currency }) => {
      const age = ageAt(dueAt, end);
      const left = money(open.get(id) ?? 0n, currency);
      return { currency, cells: [number, isoOrNull(dueAt), ...ages.map(({ key }) => (key === age ? left : null))] };
    }),
  };
}

function ageAt(dueAt: Date | null, end: Date): (typeof ages)[number]["key"] {
  const late = dueAt === null ? 0 : Math.ceil((end.getTime() - dueAt.getTime()) / DAY_MS);
  return ages.find(({ until }) => late <= until)?.key ?? "older";
}
