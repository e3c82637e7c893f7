import type { Client } from "pg";

/** What a run must leave behind, counted from the tables. Each figure with its expected value. */
export async function checkBooks(client: Client, accounts: number): Promise<string[]> {
  const figures: readonly (readonly [name: string, sql: string, expected: number])[] = [
    ["invoices", `select count(*) from "Invoice"`, accounts],
    [
      "accounts with one invoice",
      `select count(*) from (select 1 from "Invoice" group by "accountId" having count(*) = 1) x`,
      accounts,
    ],
    [
      "services with one line",
      `select count(*) from (select 1 from "InvoiceLine" group by "serviceId" having count(*) = 1) x`,
      accounts * 2,
    ],
    ["services renewed", `select count(*) from "Service" where "renewsAt" > now()`, accounts * 2],
    ["mails", `select count(*) from "OutboxMail"`, accounts],
    [
      "accounts with one mail",
      `select count(*) from (select 1 from "OutboxMail" group by "accountId" having count(*) = 1) x`,
      accounts,
    ],
    ["highest invoice number", `select max(right("number", 5)::int) from "Invoice"`, accounts],
    ["distinct invoice numbers", `select count(distinct "number") from "Invoice"`, accounts],
    ["ledger entries", `select count(*) from "LedgerEntry"`, accounts],
    ["ledger imbalance in cents", `select coalesce(sum("amountMinor"), 0) from "LedgerLine"`, 0],
    ["cents owed", `select sum("amountMinor") from "LedgerLine" where "ledgerAccount" = 'receivable'`, accounts * 2420],
  ];
  const wrong: string[] = [];
  for (const [name, sql, expected] of figures) {
    const { rows } = await client.query<Record<string, string>>(sql);
    const found = Number(Object.values(rows[0] ?? {})[0]);
    if (found !== expected) wrong.push(`${name}: ${found} instead of ${expected}`);
  }
  return wrong;
}
