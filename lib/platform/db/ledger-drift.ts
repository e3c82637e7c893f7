import { openPrisma } from "@/lib/platform/db/client";
import { keptTotals } from "@/lib/platform/db/kept-totals";
import { patientTimings } from "@/lib/platform/db/timings";

/** A figure that differs from the ledger. Amounts in minor units of `currency`. */
export interface Drift {
  readonly what: string;
  readonly id: string;
  readonly currency: string | null;
  readonly expected: bigint;
  readonly found: bigint;
}

export interface LedgerCheck {
  readonly entries: number;
  readonly invoices: number;
  readonly payments: number;
  readonly drift: readonly Drift[];
}

/**
 * Compares every invoice, payment, refund, dispute and credit note with the ledger, and each number series with its
 * documents. Reads one snapshot and needs the login that migrates; it can run beside a working portal.
 */
export async function findLedgerDrift(): Promise<LedgerCheck> {
  const client = openPrisma(patientTimings);
  const check = client.$transaction(
    async (tx) => {
      // The only role that sees every account: row-level security binds the tables' owner too.
      await tx.$executeRawUnsafe("set local role portcullis_backup");
      const [counts] = await tx.$queryRawUnsafe<{ entries: bigint; invoices: bigint; payments: bigint }[]>(COUNTS);
      const drift: Drift[] = [];
      for (const [what, sql] of Object.entries(CHECKS)) {
        const rows = await tx.$queryRawUnsafe<Omit<Drift, "what">[]>(
          `select * from (${sql}) c where c.expected is distinct from c.found order by c.id limit 100`,
        );
        drift.push(...rows.map((row) => ({ ...row, what, expected: BigInt(row.expected), found: BigInt(row.found) })));
      }
      return {
        entries: Number(counts?.entries ?? 0n),
        invoices: Number(counts?.invoices ?? 0n),
        payments: Number(counts?.payments ?? 0n),
        drift,
      };
    },
    { isolationLevel: "RepeatableRead", timeout: 600_000 },
  );
  return check.finally(() => client.$disconnect());
}

const COUNTS = `select (select count(*) from "LedgerEntry") as entries, (select count(*) from "Invoice") as invoices,
  (select count(*) from "Payment") as payments`;

/** The ledger's balance per invoice in one ledger account. */
const ofInvoices = (account: string, expected: string) => `
  select i."id"::text as id, i."currency", (${expected})::bigint as expected, coalesce(l.sum, 0)::bigint as found
  from "Invoice" i left join (select "invoiceId", sum("amountMinor") as sum from "LedgerLine"
    where "ledgerAccount" = '${account}' group by 1) l on l."invoiceId" = i."id"`;

const unsettled = `i."totalMinor" - i."paidMinor" - i."creditedMinor"`;
const creditNotes = (column: string) =>
  `coalesce((select sum(c."${column}") from "CreditNote" c where c."invoiceId" = i."id"), 0)`;

/** The ledger's balance per customer account in one ledger account, across all its invoices. */
const ofAccounts = (account: string, parts: string) => `
  select coalesce(e."accountId", l."accountId")::text as id, coalesce(e."currency", l."currency") as currency,
    coalesce(e.sum, 0)::bigint as expected, coalesce(l.sum, 0)::bigint as found
  from (select "accountId", "currency", sum(amount) as sum from (${parts}) p group by 1, 2) e
  full join (select "accountId", "currency", sum("amountMinor") as sum from "LedgerLine"
    where "ledgerAccount" = '${account}' group by 1, 2) l on l."accountId" = e."accountId" and l."currency" = e."currency"`;

const CHECKS: Readonly<Record<string, string>> = {
  "unbalanced journal entry": `
    select "entryId"::text as id, "currency", 0::bigint as expected, sum("amountMinor")::bigint as found
    from "LedgerLine" group by 1, 2`,
  "journal entry without lines": `
    select e."id"::text as id, null as currency, 1::bigint as expected,
      least((select count(*) from "LedgerLine" l where l."entryId" = e."id"), 1)::bigint as found from "LedgerEntry" e`,
  "invoice receivable": ofInvoices("receivable", `case i."status" when 'open' then ${unsettled} else 0 end`),
  "invoice bad debt": ofInvoices("badDebt", `case i."status" when 'uncollectible' then ${unsettled} else 0 end`),
  "invoice revenue": ofInvoices(
    "revenue",
    `case when i."status" in ('draft', 'void') then 0 else ${creditNotes("subtotalMinor")} - i."subtotalMinor" end`,
  ),
  "invoice tax": ofInvoices(
    "taxPayable",
    `case when i."status" in ('draft', 'void') then 0 else ${creditNotes("taxMinor")} - i."taxMinor" end`,
  ),
  "invoice amount paid": `
    select i."id"::text as id, i."currency", i."paidMinor" as expected, (coalesce((select sum(a."amountMinor" - a."returnedMinor")
      from "PaymentAllocation" a where a."invoiceId" = i."id" and a."state" = 'applied'), 0) - coalesce((select sum(l."amountMinor")
      from "LedgerLine" l join "LedgerEntry" e on e."id" = l."entryId" where l."invoiceId" = i."id" and e."kind" = 'creditApplied'),
      0))::bigint as found from "Invoice" i`,
  "invoice amount credited": `
    select i."id"::text as id, i."currency", i."creditedMinor" as expected, ${creditNotes("appliedMinor")}::bigint as found
    from "Invoice" i`,
  "invoice amount released as account credit": `
    select i."id"::text as id, i."currency", i."releasedMinor" as expected, (${creditNotes("totalMinor")} -
      ${creditNotes("appliedMinor")})::bigint as found from "Invoice" i`,
  "payment amount refunded": `
    select p."id"::text as id, p."currency", p."refundedMinor" as expected, coalesce((select sum(r."amountMinor") from "Refund" r
      where r."paymentId" = p."id" and r."status" <> 'failed'), 0)::bigint as found from "Payment" p`,
  "account cash": ofAccounts(
    "cash",
    `select "accountId", "currency", "amountMinor" as amount from "Payment" where "status" = 'succeeded'
     union all select "accountId", "currency", -"amountMinor" from "Refund" where "status" <> 'failed'
     union all select "accountId", "currency", -"amountMinor" from "Dispute" where "status" <> 'won'`,
  ),
  "account disputed funds": ofAccounts(
    "disputed",
    `select "accountId", "currency", "amountMinor" as amount from "Dispute" where "status" = 'open'`,
  ),
  "number series": `
    select s."prefix" || '-' || s."year" as id, null as currency, (s."next" - 1)::bigint as expected,
      (select count(distinct n."number") from (select "number" from "Invoice" union all select "number" from "CreditNote") n
       where n."number" like s."prefix" || '-' || s."year" || '-%'
         and substring(n."number" from '\\d+$')::bigint between 1 and s."next" - 1)::bigint as found
    from "NumberSeries" s`,
  ...keptTotals,
};
