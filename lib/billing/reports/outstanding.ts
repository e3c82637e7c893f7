import { isoOrNull } from "@/lib/platform/kernel/dates";
import type { DayPeriod } from "@/lib/platform/kernel/day-period";
import { money } from "@/lib/platform/kernel/money";
import type { Context } from "@/lib/platform/operations/operation";
import type { ReportBody } from "./table";

const DAY_MS = 86_400_000;

/** Ages in days after the due date, and the column that each stands in. */
const ages = [
  { key: "notDue", header: "Not yet due", until: 0 },
  { key: "month", header: "1–30 days late", until: 30 },
  { key: "quarter", header: "31–90 days late", until: 90 },
  { key: "older", header: "Over 90 days late", until: Number.POSITIVE_INFINITY },
] as const;

/** What was owed when the last day ended, by invoice and age; from the ledger, so it can be asked for any day. */
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
    says: "What was left to pay when the last day ended, by how late it was then. The first day does not matter here.",
    columns: [
      { key: "invoice", header: "Invoice", type: "text" },
      { key: "due", header: "Due", type: "date" },
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
