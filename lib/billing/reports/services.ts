import type { DayPeriod } from "@/lib/platform/kernel/day-period";
import { money } from "@/lib/platform/kernel/money";
import type { Context } from "@/lib/platform/operations/operation";
import { netOfLines } from "./net-of-lines";
import type { ReportBody } from "./table";

interface Share {
  readonly currency: string;
  readonly serviceId: string | null;
  readonly name: string;
  readonly minor: bigint;
}

const OTHER = "Other charges";

/** Net invoiced amount per service, less credit notes, highest first. */
export async function services(context: Context<"account">, period: DayPeriod): Promise<ReportBody> {
  const sums = new Map<string, Share>();
  for (const share of [...(await invoiced(context, period)), ...(await credited(context, period))]) {
    const key = `${share.currency} ${share.serviceId}`;
    sums.set(key, { ...share, minor: share.minor + (sums.get(key)?.minor ?? 0n) });
  }
  const shares = [...sums.values()].sort((a, b) => Number(b.minor - a.minor) || a.name.localeCompare(b.name, "en"));
  return {
    title: "By service",
    says: "Invoice lines in this period, excluding tax, net of credit notes.",
    columns: [
      { key: "service", header: "Service", type: "text" },
      { key: "net", header: "Net", type: "money" },
    ],
    rows: shares.map(({ currency, name, minor }) => ({ currency, cells: [name, money(minor, currency)] })),
  };
}

async function invoiced({ db, account }: Context<"account">, { start, end }: DayPeriod): Promise<Share[]> {
  const invoices = await db.invoice.findMany({
    where: { accountId: account.id, status: { notIn: ["draft", "void"] }, issuedAt: { gte: start, lt: end } },
    select: {
      currency: true,
      taxMode: true,
      lines: {
        select: { totalMinor: true, taxBasisPoints: true, service: { select: { id: true, name: true } } },
        orderBy: { position: "asc" },
      },
    },
  });
  return invoices.flatMap(({ currency, taxMode, lines }) => {
    const nets = netOfLines(lines, taxMode);
    return lines.map(({ service }, index) => shareOf(currency, service, nets[index] ?? 0n));
  });
}

async function credited({ db, account }: Context<"account">, { start, end }: DayPeriod): Promise<Share[]> {
  const lines = await db.creditNoteLine.findMany({
    where: { accountId: account.id, creditNote: { issuedAt: { gte: start, lt: end } } },
    select: { totalMinor: true, invoiceLineId: true, creditNote: { select: { currency: true } } },
  });
  const ids = lines.flatMap(({ invoiceLineId }) => invoiceLineId ?? []);
  const of = await db.invoiceLine.findMany({
    where: { accountId: account.id, id: { in: ids } },
    select: { id: true, service: { select: { id: true, name: true } } },
  });
  const services = new Map(of.map(({ id, service }) => [id, service]));
  return lines.map(({ totalMinor, invoiceLineId, creditNote: { currency } }) =>
    shareOf(currency, services.get(invoiceLineId ?? "") ?? null, -totalMinor),
  );
}

const shareOf = (currency: string, service: { id: string; name: string } | null, minor: bigint): Share => ({
  currency,
  serviceId: service?.id ?? null,
  name: service?.name ?? OTHER,
  minor,
});
