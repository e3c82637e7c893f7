import { buildAccount } from "@/prisma/seed/builders/account";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

export const INVOICES = 100_000;
/** One every ten minutes from here. */
export const FIRST_DAY = "2024-01-01";

export interface LargeAccount {
  readonly id: string;
  readonly owner: string;
}

/** An account whose ledger has an entry for each of 100,000 invoices and their payments. */
export async function largeAccount(db: OwnerDatabase): Promise<LargeAccount> {
  const owner = "owner@large.example";
  const account = { number: "C-LARGE", name: "Large", owner: { email: owner, name: "Lena Large" } };
  const { id } = await buildAccount(db, account);
  for (let first = 1; first <= INVOICES; first += AT_ONCE) await layInvoices(db, id, first);
  await db.$executeRaw`analyze "LedgerEntry", "LedgerLine"`;
  return { id, owner };
}

/** A ledger keeps one balance, which each line changes: its old versions are only cleared away once they are committed. */
const AT_ONCE = 1_000;

async function layInvoices(db: OwnerDatabase, accountId: string, first: number): Promise<void> {
  await db.$executeRaw`
    with entry as (
      insert into "LedgerEntry" ("id", "accountId", "kind", "source", "memo", "at")
      select gen_random_uuid(), ${accountId}::uuid, kind."name"::"LedgerKind", kind."name" || ':' || n, kind."memo" || n,
        ${new Date(FIRST_DAY)}::timestamptz + n * interval '10 minutes' + kind."later"
      from generate_series(${first}::int, ${first + AT_ONCE - 1}::int) n, (values
        ('invoiceIssued', 'Invoice INV-', interval '0'),
        ('paymentReceived', 'Visa •••• 4242, INV-', interval '5 minutes')) kind ("name", "memo", "later")
      returning "id", "accountId", "kind")
    insert into "LedgerLine" ("id", "accountId", "entryId", "ledgerAccount", "currency", "amountMinor")
    select gen_random_uuid(), e."accountId", e."id", side."account"::"LedgerAccount", 'EUR', side."amount"
    from entry e join (values
      ('invoiceIssued', 'receivable', 12100), ('invoiceIssued', 'revenue', -10000), ('invoiceIssued', 'taxPayable', -2100),
      ('paymentReceived', 'cash', 12000), ('paymentReceived', 'receivable', -12000)) side ("kind", "account", "amount")
      on side."kind" = e."kind"::text`;
}
