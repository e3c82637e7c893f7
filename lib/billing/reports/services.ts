import type { Transaction } from "@/lib/platform/db/scoped-db";
import type { DayPeriod } from "@/lib/platform/kernel/day-period";
import { inBatches } from "@/lib/platform/kernel/in-batches";
import { money } from "@/lib/platform/kernel/money";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { netOfLines } from "./net-of-lines";
import { type ReportBody, shortReport } from "./table";

interface Share {
  readonly currency: string;
  readonly serviceId: string | null;
  readonly name: string | null;
  readonly minor: bigint;
}

/** Net invoiced amount per service, less credit notes, highest first. */
export async function services(context: Context<"account">, period: DayPeriod): Promise<ReportBody> {
  const sums = new Map<string, Share>();
  const add = (share: Share): void => {
    const key = `${share.currency} ${share.serviceId}`;
    sums.set(key, { ...share, minor: share.minor + (sums.get(key)?.minor ?? 0n) });
  };
  for (const share of await exclusiveOfTax(context, period)) add(share);
  for await (const shares of inclusiveOfTax(context, period)) for (const share of shares) add(share);
  for (const share of await credited(context, period)) add(share);
  const shares = [...sums.values()]
    .map((share) => ({ ...share, name: share.name ?? t("Other charges") }))
    .sort((a, b) => Number(b.minor - a.minor) || a.name.localeCompare(b.name, "en"));
  const head = {
    title: t("By service"),
    says: t("Invoice lines in this period, excluding tax, net of credit notes."),
    columns: [
      { key: "service", header: t("Service"), type: "text" },
      { key: "net", header: t("Net"), type: "money" },
    ],
  } as const;
  return shortReport(
    head,
    shares.map(({ currency, name, minor }) => ({ currency, cells: [name, money(minor, currency)] })),
  );
}

const exclusiveOfTax = ({ db, account }: Context<"account">, { start, end }: DayPeriod): Promise<Share[]> =>
  (db as Transaction).$queryRaw`
    select i."currency", s."id" as "serviceId", s."name", sum(l."totalMinor")::bigint as "minor"
    from "Invoice" i join "InvoiceLine" l on l."accountId" = i."accountId" and l."invoiceId" = i."id"
      left join "Service" s on s."accountId" = l."accountId" and s."id" = l."serviceId"
    where i."accountId" = ${account.id}::uuid and i."issuedAt" >= ${start} and i."issuedAt" < ${end}
      and i."status" not in ('draft', 'void') and i."taxMode" = 'exclusive'
    group by 1, 2, 3`;

/** Their net amounts depend on the other lines of their invoice. */
async function* inclusiveOfTax(
  { db, account }: Context<"account">,
  { start, end }: DayPeriod,
): AsyncGenerator<Share[]> {
  const batches = inBatches({ by: "issuedAt", direction: "asc" }, ({ beyond, take }) =>
    db.invoice.findMany({
      where: {
        AND: [
          { accountId: account.id, status: { notIn: ["draft", "void"] }, taxMode: "inclusive" },
          { issuedAt: { gte: start, lt: end } },
          beyond,
        ],
      },
      select: {
        id: true,
        issuedAt: true,
        currency: true,
        lines: {
          select: { totalMinor: true, taxBasisPoints: true, service: { select: { id: true, name: true } } },
          orderBy: { position: "asc" },
        },
      },
      orderBy: [{ issuedAt: "asc" }, { id: "asc" }],
      take,
    }),
  );
  for await (const invoices of batches) {
    yield invoices.flatMap(({ currency, lines }) => {
      const nets = netOfLines(lines, "inclusive");
      return lines.map(({ service }, index) => ({
        currency,
        serviceId: service?.id ?? null,
        name: service?.name ?? null,
        minor: nets[index] ?? 0n,
      }));
    });
  }
}

const credited = ({ db, account }: Context<"account">, { start, end }: DayPeriod): Promise<Share[]> =>
  (db as Transaction).$queryRaw`
    select n."currency", s."id" as "serviceId", s."name", -sum(l."totalMinor")::bigint as "minor"
    from "CreditNote" n join "CreditNoteLine" l on l."accountId" = n."accountId" and l."creditNoteId" = n."id"
      left join "InvoiceLine" i on i."accountId" = l."accountId" and i."id" = l."invoiceLineId"
      left join "Service" s on s."accountId" = i."accountId" and s."id" = i."serviceId"
    where n."accountId" = ${account.id}::uuid and n."issuedAt" >= ${start} and n."issuedAt" < ${end}
    group by 1, 2, 3`;
