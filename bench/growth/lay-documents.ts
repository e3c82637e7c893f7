import type { Client } from "pg";

/**
 * Three years of invoices: of twenty, one is open with a failed payment, one is void, and the others are paid, some after
 * a failed attempt; one in a hundred is credited and one in two hundred refunded. The ledger says the same.
 */
export async function layDocuments(client: Client): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

const statements: readonly string[] = [
  `create temporary table document as select account, contact, service, n, k, pg_temp.ordered_id() as invoice, pg_temp.ordered_id() as payment,
     date_trunc('milliseconds', now() - (invoices - k + 1) * (interval '3 years' / invoices) - n * interval '1 second') as at,
     1000 + (n * 31 + k * 17) % 9000 as net,
     case when k % 20 = 0 then 'open' when k % 20 = 1 then 'void' when k % 100 = 7 then 'uncollectible' else 'paid' end as status
   from plan, generate_series(1, invoices) k`,
  `alter table document add column tax int generated always as (net * 21 / 100) stored`,
  "analyze document",
  `insert into "Invoice" ("id", "accountId", "number", "status", "currency", "subtotalMinor", "taxMinor", "totalMinor", "paidMinor",
     "releasedMinor", "issuedAt", "dueAt", "paidAt", "seller", "buyer", "taxCountry", "announcedAt", "nextChargeAt", "chargeAttempts", "createdAt")
   select invoice, account, 'G' || n || '-' || k, status::"InvoiceStatus", 'EUR', net, tax, net + tax, case when status = 'paid' then net + tax else 0 end,
     case when k % 100 = 11 then net + tax else 0 end, at, at + interval '14 days', case when status = 'paid' then at + interval '3 days' end,
     '{"name": "Seller B.V.", "lines": ["Quay 1"], "vatId": null}', '{"name": "Customer", "lines": ["Street 1"], "vatId": null}', 'NL', at,
     case when status = 'open' and n % 3 = 0 then now() + interval '1 day' end, (status = 'open')::int, at from document`,
  `insert into "InvoiceLine" ("id", "accountId", "invoiceId", "serviceId", "position", "kind", "description", "quantity", "unitMinor", "totalMinor", "taxBasisPoints", "periodStart", "periodEnd")
   select pg_temp.ordered_id(), account, invoice, service, 1, 'recurring', 'Virtual server', 1, net, net, 2100, at, at + interval '1 month' from document`,
  `insert into "InvoiceReminder" ("id", "accountId", "invoiceId", "step", "sentAt", "sentTo")
   select pg_temp.ordered_id(), account, invoice, step, at + (14 + step) * interval '1 day', 1 from document, unnest(array[-3, 1, 7]) step where status = 'open'`,
  `insert into "Payment" ("id", "accountId", "gateway", "gatewayRef", "status", "origin", "amountMinor", "currency", "method", "payerName", "contactId", "failureCode", "failureMessage", "createdAt", "receivedAt")
   select payment, account, 'sandbox', 'growth-' || n || '-' || k, (case when status = 'open' then 'failed' else 'succeeded' end)::"PaymentStatus",
     (array['person','autopay']::"PaymentOrigin"[])[1 + k % 2], net + tax, 'EUR', 'Visa •••• 4242', 'Sample Person', contact,
     case when status = 'open' then 'card_declined' end, case when status = 'open' then 'The card was declined.' end,
     at + interval '3 days', case when status <> 'open' then at + interval '3 days' end from document where status in ('open', 'paid')`,
  `insert into "PaymentAllocation" ("id", "accountId", "paymentId", "invoiceId", "amountMinor", "state")
   select pg_temp.ordered_id(), account, payment, invoice, net + tax, (case when status = 'open' then 'released' else 'applied' end)::"AllocationState"
   from document where status in ('open', 'paid')`,
  // A failed first attempt of some that are paid by now.
  `create temporary table attempt as select *, pg_temp.ordered_id() as first from document where k % 20 = 2`,
  `insert into "Payment" ("id", "accountId", "gateway", "gatewayRef", "status", "origin", "amountMinor", "currency", "method", "payerName", "contactId", "failureCode", "failureMessage", "createdAt")
   select first, account, 'sandbox', 'growth-first-' || n || '-' || k, 'failed', 'autopay', net + tax, 'EUR', 'Visa •••• 4242', 'Sample Person', contact,
     'card_declined', 'The card was declined.', at + interval '1 day' from attempt`,
  `insert into "PaymentAllocation" ("id", "accountId", "paymentId", "invoiceId", "amountMinor", "state")
   select pg_temp.ordered_id(), account, first, invoice, net + tax, 'released' from attempt`,
  `create temporary table posting as
   select pg_temp.ordered_id() as entry, account, invoice, at, 'invoiceIssued' as kind, 'growth:issued:' || invoice as source, net, tax from document
   union all select pg_temp.ordered_id(), account, invoice, at + interval '3 days', 'paymentReceived', 'growth:paid:' || invoice, net, tax from document where status = 'paid'
   union all select pg_temp.ordered_id(), account, invoice, at + interval '1 day', 'invoiceVoided', 'growth:void:' || invoice, net, tax from document where status = 'void'
   union all select pg_temp.ordered_id(), account, invoice, at + interval '90 days', 'invoiceWrittenOff', 'growth:off:' || invoice, net, tax from document where status = 'uncollectible'
   union all select pg_temp.ordered_id(), account, invoice, at + interval '9 days', 'creditNoteIssued', 'growth:note:' || invoice, net, tax from document where k % 100 = 11`,
  `insert into "LedgerEntry" ("id", "accountId", "kind", "source", "memo", "at")
   select entry, account, kind::"LedgerKind", source, 'Growth', at from posting`,
  `insert into "LedgerLine" ("id", "accountId", "entryId", "ledgerAccount", "currency", "amountMinor", "invoiceId", "taxCountry", "taxBasisPoints")
   select pg_temp.ordered_id(), account, entry, side::"LedgerAccount", 'EUR', minor, invoice, case when rate is not null then 'NL' end, rate
   from posting, lateral (values
     ('invoiceIssued', 'receivable', net + tax, null), ('invoiceIssued', 'revenue', -net, 2100), ('invoiceIssued', 'taxPayable', -tax, 2100),
     ('invoiceVoided', 'receivable', -net - tax, null), ('invoiceVoided', 'revenue', net, 2100), ('invoiceVoided', 'taxPayable', tax, 2100),
     ('paymentReceived', 'cash', net + tax, null), ('paymentReceived', 'receivable', -net - tax, null),
     ('invoiceWrittenOff', 'badDebt', net + tax, null), ('invoiceWrittenOff', 'receivable', -net - tax, null),
     ('creditNoteIssued', 'customerCredit', -net - tax, null), ('creditNoteIssued', 'revenue', net, 2100), ('creditNoteIssued', 'taxPayable', tax, 2100)
   ) side (of, side, minor, rate) where side.of = posting.kind`,
  `insert into "CreditNote" ("id", "accountId", "invoiceId", "number", "currency", "subtotalMinor", "taxMinor", "totalMinor", "appliedMinor", "reason", "issuedByName", "issuedAt", "seller", "buyer")
   select pg_temp.ordered_id(), account, invoice, 'GC' || n || '-' || k, 'EUR', net, tax, net + tax, 0, 'Not delivered', 'Staff', at + interval '9 days',
     '{"name": "Seller B.V.", "lines": ["Quay 1"], "vatId": null}', '{"name": "Customer", "lines": ["Street 1"], "vatId": null}' from document where k % 100 = 11`,
  `insert into "CreditNoteLine" ("id", "accountId", "creditNoteId", "position", "description", "totalMinor", "taxMinor", "taxBasisPoints")
   select pg_temp.ordered_id(), "accountId", "id", 1, 'Virtual server', "subtotalMinor", "taxMinor", 2100 from "CreditNote" where "number" like 'GC%'`,
  `insert into "Refund" ("id", "accountId", "paymentId", "amountMinor", "currency", "status", "reason", "issuedByName", "gatewayRef", "createdAt", "settledAt")
   select pg_temp.ordered_id(), account, payment, 1, 'EUR', 'succeeded', 'Goodwill', 'Staff', 'growth-refund-' || n || '-' || k, at + interval '20 days', at + interval '20 days'
   from document where k % 200 = 23 and status = 'paid'`,
  // What the switched-off triggers would have kept.
  `truncate "Receivable", "ReceivableDay", "CreditBalance", "CreditTotal", "StatementBalance", "BilledMonth", "TaxDay"`,
  `INSERT INTO "Receivable" ("accountId", "currency", "dueMinor", "invoices")
     SELECT "accountId", "currency", sum("dueMinor"), count(*) FROM "Invoice" WHERE "status" = 'open' GROUP BY 1, 2`,
  `INSERT INTO "ReceivableDay" ("currency", "dueOn", "dueMinor", "invoices")
     SELECT "currency", ("dueAt" AT TIME ZONE 'UTC')::date, sum("dueMinor"), count(*) FROM "Invoice" WHERE "status" = 'open' GROUP BY 1, 2`,
  `INSERT INTO "CreditBalance" ("accountId", "currency", "creditMinor")
     SELECT "accountId", "currency", -sum("amountMinor") FROM "LedgerLine" WHERE "ledgerAccount" = 'customerCredit' GROUP BY 1, 2`,
  `INSERT INTO "StatementBalance" ("accountId", "currency", "balanceMinor")
     SELECT "accountId", "currency", sum("amountMinor") FROM "LedgerLine" WHERE "ledgerAccount" IN ('receivable', 'customerCredit') GROUP BY 1, 2`,
  `INSERT INTO "BilledMonth" ("accountId", "month", "currency", "netMinor", "taxMinor")
     SELECT "accountId", (date_trunc('month', "issuedAt", 'UTC') AT TIME ZONE 'UTC')::date, "currency", sum(net), sum(tax) FROM (
       SELECT "accountId", "issuedAt", "currency", "subtotalMinor" AS net, "taxMinor" AS tax FROM "Invoice" WHERE "issuedAt" IS NOT NULL AND "statusKey" NOT IN ('draft', 'void')
       UNION ALL SELECT "accountId", "issuedAt", "currency", -"subtotalMinor", -"taxMinor" FROM "CreditNote") billed GROUP BY 1, 2, 3`,
  `INSERT INTO "CreditTotal" ("currency", "creditMinor")
     SELECT "currency", -sum("amountMinor") FROM "LedgerLine" WHERE "ledgerAccount" = 'customerCredit' GROUP BY 1`,
  `INSERT INTO "TaxDay" ("postedOn", "country", "basisPoints", "reverseCharge", "currency", "baseMinor", "chargedMinor", "takenBackMinor")
     SELECT (e."at" AT TIME ZONE 'UTC')::date, l."taxCountry", l."taxBasisPoints", coalesce(i."reverseCharge", false), l."currency",
       coalesce(sum(-l."amountMinor") FILTER (WHERE l."ledgerAccount" = 'revenue'), 0),
       coalesce(sum(-l."amountMinor") FILTER (WHERE l."ledgerAccount" = 'taxPayable' AND l."amountMinor" < 0), 0),
       coalesce(sum(l."amountMinor") FILTER (WHERE l."ledgerAccount" = 'taxPayable' AND l."amountMinor" > 0), 0)
     FROM "LedgerLine" l JOIN "LedgerEntry" e ON e."id" = l."entryId" LEFT JOIN "Invoice" i ON i."id" = l."invoiceId"
     WHERE l."ledgerAccount" IN ('revenue', 'taxPayable') AND l."taxBasisPoints" IS NOT NULL GROUP BY 1, 2, 3, 4, 5`,
];
