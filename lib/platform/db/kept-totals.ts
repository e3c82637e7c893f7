/**
 * The balances and totals that the database keeps as invoices and the ledger change, compared with what they are kept
 * of. Each as a query of `id`, `currency`, `expected` and `found`.
 */
export const keptTotals: Readonly<Record<string, string>> = {
  "kept balance due": compared(
    `select "accountId"::text as id, "currency", sum("dueMinor") as sum from "Invoice" where "status" = 'open' group by 1, 2`,
    `select "accountId"::text as id, "currency", "dueMinor" as sum from "Receivable"`,
  ),
  "kept number of open invoices": compared(
    `select "accountId"::text as id, "currency", count(*) as sum from "Invoice" where "status" = 'open' group by 1, 2`,
    `select "accountId"::text as id, "currency", "invoices" as sum from "Receivable"`,
  ),
  "kept total due by day": compared(
    `select coalesce(("dueAt" at time zone 'UTC')::date::text, 'no date') as id, "currency", sum("dueMinor") as sum
     from "Invoice" where "status" = 'open' group by 1, 2`,
    `select coalesce("dueOn"::text, 'no date') as id, "currency", sum("dueMinor") as sum from "ReceivableDay" group by 1, 2`,
  ),
  "kept account credit": compared(
    `select "accountId"::text as id, "currency", -sum("amountMinor") as sum from "LedgerLine"
     where "ledgerAccount" = 'customerCredit' group by 1, 2`,
    `select "accountId"::text as id, "currency", "creditMinor" as sum from "CreditBalance"`,
  ),
  "kept balance of statements": compared(
    `select "accountId"::text as id, "currency", sum("amountMinor") as sum from "LedgerLine"
     where "ledgerAccount" in ('receivable', 'customerCredit') group by 1, 2`,
    `select "accountId"::text as id, "currency", "balanceMinor" as sum from "StatementBalance"`,
  ),
  "kept amount billed by month": billed("subtotalMinor", "netMinor"),
  "kept tax billed by month": billed("taxMinor", "taxMinor"),
  "kept total of account credit": compared(
    `select 'all' as id, "currency", -sum("amountMinor") as sum from "LedgerLine" where "ledgerAccount" = 'customerCredit' group by 2`,
    `select 'all' as id, "currency", sum("creditMinor") as sum from "CreditTotal" group by 2`,
  ),
  "kept sales by day and rate": taxes(`"ledgerAccount" = 'revenue'`, "baseMinor"),
  "kept tax charged by day and rate": taxes(`"ledgerAccount" = 'taxPayable' and "amountMinor" < 0`, "chargedMinor"),
  "kept tax credited by day and rate": taxes(
    `"ledgerAccount" = 'taxPayable' and "amountMinor" > 0`,
    "takenBackMinor",
    "",
  ),
};

function compared(expected: string, found: string): string {
  return `select coalesce(e.id, f.id) as id, coalesce(e."currency", f."currency") as "currency", coalesce(e.sum, 0)::bigint as expected,
    coalesce(f.sum, 0)::bigint as found from (${expected}) e full join (${found}) f on f.id = e.id and f."currency" = e."currency"`;
}

function billed(of: string, column: string): string {
  const id = (month: string) => `concat_ws(' ', "accountId", ${month}) as id`;
  const issued = id(`(date_trunc('month', "issuedAt", 'UTC') at time zone 'UTC')::date`);
  return compared(
    `select id, "currency", sum(minor) as sum from (
       select ${issued}, "currency", "${of}" as minor from "Invoice"
       where "issuedAt" is not null and "status" not in ('draft', 'void')
       union all select ${issued}, "currency", -"${of}" from "CreditNote") b group by 1, 2`,
    `select ${id(`"month"`)}, "currency", "${column}" as sum from "BilledMonth"`,
  );
}

function taxes(which: string, column: string, sign = "-"): string {
  const key = (day: string, prefix: string) => `concat_ws(' ', ${day}, ${prefix}`;
  return compared(
    `select ${key(`(e."at" at time zone 'UTC')::date`, `l."taxCountry", l."taxBasisPoints", coalesce(i."reverseCharge", false))`)} as id,
       l."currency", sum(${sign}l."amountMinor") as sum
     from "LedgerLine" l join "LedgerEntry" e on e."id" = l."entryId" left join "Invoice" i on i."id" = l."invoiceId"
     where ${which} and l."taxBasisPoints" is not null group by 1, 2`,
    `select ${key(`"postedOn"`, `"country", "basisPoints", "reverseCharge")`)} as id, "currency", sum("${column}") as sum
     from "TaxDay" group by 1, 2`,
  );
}
