import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { post } from "@/lib/billing/core/ledger/post";
import { downloadStatementCsv } from "@/lib/billing/statements/download-statement-csv";
import { downloadStatementPdf } from "@/lib/billing/statements/download-statement-pdf";
import type { Statement } from "@/lib/billing/statements/schema";
import { viewStatement } from "@/lib/billing/statements/view-statement";
import { prepareExports } from "@/lib/jobs/prepare-exports";
import { addDays } from "@/lib/platform/kernel/dates";
import { decimalMoney } from "@/lib/platform/kernel/decimal-money";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import type { Money } from "@/lib/platform/kernel/money";
import { execute } from "@/lib/platform/operations/execute";
import { buildAccount } from "@/prisma/seed/builders/account";
import { pdfText } from "@/tests/billing/invoices/pdf-text";
import { fileBytes, fileText } from "@/tests/fixtures/file-text";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let northwind: string;
const everything = { from: "2015-01-01", to: "2199-12-31" };

beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const statementOf = async (email: string, accountId: string, days: object = everything) =>
  execute(await portal.as(email), accountId, viewStatement, days);

/** The account's balance according to the ledger: receivables less account credit, by currency. */
async function ledgerBalance(accountId: string, until?: Date) {
  const lines = await portal.owner.ledgerLine.findMany({ where: { accountId }, include: { entry: true } });
  const sums = new Map<string, number>();
  for (const { ledgerAccount, currency, amountMinor, entry } of lines) {
    if (ledgerAccount !== "receivable" && ledgerAccount !== "customerCredit") continue;
    if (until && entry.at >= until) continue;
    sums.set(currency, (sums.get(currency) ?? 0) + Number(amountMinor));
  }
  return sums;
}

const closings = ({ currencies }: Statement) =>
  new Map(currencies.map(({ currency, closing }) => [currency, closing.amountMinor]));

describe("a statement of account", () => {
  it("closes with the balance due less account credit", async () => {
    const statement = await statementOf("billing@northwind.example", northwind);
    const open = await portal.owner.invoice.findMany({ where: { accountId: northwind, status: "open" } });
    const owed = open.reduce((sum, one) => sum + one.totalMinor - one.paidMinor - one.creditedMinor, 0n);
    const credit = await portal.owner.ledgerLine.aggregate({
      where: { accountId: northwind, ledgerAccount: "customerCredit" },
      _sum: { amountMinor: true },
    });
    expect(credit._sum.amountMinor).toBeLessThan(0n);
    expect(closings(statement)).toEqual(new Map([["EUR", Number(owed + (credit._sum.amountMinor ?? 0n))]]));
    const kinds = new Set(statement.currencies.flatMap(({ movements }) => movements.map(({ what }) => what)));
    for (const what of ["Invoice", "Payment", "Credit note", "Refund", "Account credit", "Invoice voided"]) {
      expect(kinds).toContain(what);
    }
  });

  it("split at any day opens with the closing balance of the earlier part", async () => {
    const cut = addDays(new Date(), -200).toISOString().slice(0, 10);
    const next = addDays(new Date(`${cut}T00:00:00Z`), 1)
      .toISOString()
      .slice(0, 10);
    const [before, after] = [
      await statementOf("billing@northwind.example", northwind, { from: everything.from, to: cut }),
      await statementOf("billing@northwind.example", northwind, { from: next, to: everything.to }),
    ];
    expect(after.currencies[0]?.opening).toEqual(before.currencies[0]?.closing);
    expect(closings(before)).toEqual(await ledgerBalance(northwind, new Date(`${next}T00:00:00Z`)));
    const whole = await statementOf("billing@northwind.example", northwind);
    const ids = [before, after].flatMap(({ currencies }) => currencies.flatMap(({ movements }) => movements));
    expect(ids.map(({ id }) => id)).toEqual(whole.currencies[0]?.movements.map(({ id }) => id));
  });

  it("lists entries of the same instant in posting order, whichever transaction began first", async () => {
    const { id: accountId } = await buildAccount(portal.owner, {
      number: "C-MOMENT",
      name: "Moment",
      owner: { email: "owner@moment.example", name: "Mona Moment" },
    });
    const at = new Date("2026-03-31T23:59:59.999Z");
    const entry = (kind: "invoiceIssued" | "invoiceVoided", amountMinor: bigint, createdAt: Date) =>
      portal.owner.$transaction(async (db) => {
        const data = { accountId, kind, source: `moment:${kind}`, memo: kind, at, createdAt };
        const { id: entryId } = await db.ledgerEntry.create({ data });
        await db.ledgerLine.createMany({
          data: [
            { accountId, entryId, ledgerAccount: "receivable", currency: "EUR", amountMinor },
            { accountId, entryId, ledgerAccount: "revenue", currency: "EUR", amountMinor: -amountMinor },
          ],
        });
      });
    await entry("invoiceIssued", 1_000n, addDays(at, 1));
    await entry("invoiceVoided", -1_000n, at);
    const { currencies } = await statementOf("owner@moment.example", accountId);
    expect(currencies[0]?.movements.map(({ what, balance }) => [what, balance.amountMinor])).toEqual([
      ["Invoice", 1_000],
      ["Invoice voided", 0],
    ]);
  });

  it("closes with the ledger balance for random entries in two currencies and any days", async () => {
    const side = fc.constantFrom("receivable", "customerCredit", "cash", "badDebt", "revenue" as const);
    const entry = fc.record({
      from: side,
      to: side,
      currency: fc.constantFrom("EUR", "USD"),
      amount: fc.bigInt({ min: -50_000n, max: 50_000n }),
      day: fc.integer({ min: 0, max: 90 }),
    });
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 12 }), fc.integer({ min: 0, max: 90 }), async (entries, cut) => {
        const mark = `${++made}`;
        const account = await buildAccount(portal.owner, {
          number: `C-S${mark}`,
          name: `Statement ${mark}`,
          owner: { email: "ledger@random.example", name: "Random Owner" },
        });
        const start = new Date("2026-01-01T00:00:00Z");
        for (const [index, { from, to, currency, amount, day }] of entries.entries()) {
          await post(
            { db: portal.owner, account: { id: account.id, name: "" }, now: addDays(start, day) },
            {
              kind: "creditGranted",
              source: `${mark}:${index}`,
              memo: "Random",
              lines: [
                { ledgerAccount: from, currency, amountMinor: amount },
                { ledgerAccount: to, currency, amountMinor: -amount },
              ],
            },
          );
        }
        const to = addDays(start, cut);
        const days = { from: "2026-01-01", to: to.toISOString().slice(0, 10) };
        const statement = await statementOf("ledger@random.example", account.id, days);
        const balances = await ledgerBalance(account.id, addDays(to, 1));
        const moved = new Map([...balances].filter(([, amount]) => amount !== 0));
        const closed = new Map([...closings(statement)].filter(([, amount]) => amount !== 0));
        expect(closed).toEqual(moved);
        for (const { opening, charges, credits, closing } of statement.currencies) {
          expect(opening.amountMinor + charges.amountMinor - credits.amountMinor).toBe(closing.amountMinor);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is identical on the PDF and in the CSV, which escapes formulas", async () => {
    const work = { db: portal.owner, account: { id: northwind, name: "" }, now: new Date() };
    await post(work, {
      kind: "creditGranted",
      source: "formula",
      memo: "=HYPERLINK(A1)",
      lines: [
        { ledgerAccount: "revenue", currency: "EUR", amountMinor: 5n },
        { ledgerAccount: "customerCredit", currency: "EUR", amountMinor: -5n },
      ],
    });
    const caller = await portal.as("billing@northwind.example");
    const days = { from: addDays(new Date(), -40).toISOString().slice(0, 10) };
    const { currencies } = await statementOf("billing@northwind.example", northwind, days);
    const csv = await execute(caller, northwind, downloadStatementCsv, days);
    const text = await fileText(csv);
    expect(text).toContain("'=HYPERLINK(A1)");
    expect(text).not.toMatch(/(^|,)"?=HYPERLINK/m);
    const pdf = await execute(caller, northwind, downloadStatementPdf, days);
    const pages = pdfText(pdf.body as Uint8Array);
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
    const printed = pages.join("");
    const [part] = currencies;
    const amounts: Money[] = part ? [part.opening, part.closing, ...part.movements.map(({ balance }) => balance)] : [];
    expect(amounts.length).toBeGreaterThan(5);
    for (const amount of amounts) {
      expect(text).toContain(decimalMoney(amount));
      expect(printed).toContain(formatMoney(amount.amountMinor, amount.currency, "en-GB"));
    }
  });

  it("rejects days in the wrong order at their field, and never shows another account", async () => {
    const caller = await portal.as("billing@northwind.example");
    const wrong = execute(caller, northwind, viewStatement, { from: "2026-02-01", to: "2026-01-01" });
    expect((await problemOf(wrong)).extra.fields).toHaveProperty("to");
    const support = await portal.as("support@northwind.example");
    for (const operation of [viewStatement, downloadStatementCsv, downloadStatementPdf]) {
      expect((await problemOf(execute(support, northwind, operation, {}))).code).toBe("refused");
    }
    // Support in that account, billing in this one.
    expect((await problemOf(execute(caller, portal.demo.globex.id, viewStatement, {}))).code).toBe("refused");
  });
});

describe("the movements of a statement", () => {
  type Side = [
    account: "receivable" | "cash" | "customerCredit" | "revenue" | "badDebt",
    amount: number,
    currency?: string,
  ];
  let made = 0;
  async function statementWith(
    ...entries: [kind: "invoiceIssued" | "invoiceWrittenOff" | "paymentReceived" | "creditApplied", ...Side[]][]
  ) {
    const email = `owner@movements-${++made}.example`;
    const owner = { email, name: "Mona Movement" };
    const { id } = await buildAccount(portal.owner, { number: `C-MOVE-${made}`, name: "Movements", owner });
    for (const [index, [kind, ...sides]] of entries.entries()) {
      const at = new Date(Date.UTC(2026, 0, index + 1));
      await post(
        { db: portal.owner, account: { id, name: "" }, now: at },
        {
          kind,
          source: `movements:${made}:${index}`,
          memo: `Entry ${index}`,
          lines: sides.map(([ledgerAccount, amount, currency = "EUR"]) => ({
            ledgerAccount,
            currency,
            amountMinor: BigInt(amount),
          })),
        },
      );
    }
    return (await statementOf(email, id)).currencies;
  }
  const sidesOf = (part?: Statement["currencies"][number]) =>
    part?.movements.map(({ charge, credit }) => [charge?.amountMinor, credit?.amountMinor]);

  it("omit what doesn't change the balance, such as applied credit, and keep currencies apart", async () => {
    const [euros, dollars] = await statementWith(
      ["creditApplied", ["customerCredit", 300], ["receivable", -300]],
      ["invoiceIssued", ["receivable", 700, "USD"], ["revenue", -700, "USD"]],
      ["paymentReceived", ["cash", 1500], ["receivable", -1210], ["customerCredit", -290]],
    );
    expect(sidesOf(euros)).toEqual([[undefined, 1500]]);
    expect(sidesOf(dollars)).toEqual([[700, undefined]]);
    expect([euros?.count, dollars?.count, euros?.closing.amountMinor]).toEqual([1, 1, -1500]);
  });

  it("show a payment for a written-off invoice on both sides", async () => {
    const [euros] = await statementWith(
      ["invoiceWrittenOff", ["badDebt", 400], ["receivable", -400]],
      ["paymentReceived", ["cash", 400], ["badDebt", -400]],
    );
    expect(sidesOf(euros)).toEqual([
      [undefined, 400],
      [400, 400],
    ]);
    expect(euros?.closing.amountMinor).toBe(-400);
  });
});

describe("a statement with more transactions than anyone can wait for", () => {
  const owner = "owner@long-statement.example";
  let accountId: string;
  beforeAll(async () => {
    const plan = { number: "C-LONG", name: "Long", owner: { email: owner, name: "Lena Long" } };
    accountId = (await buildAccount(portal.owner, plan)).id;
    await portal.owner.$executeRaw`with made as (
        insert into "LedgerEntry" ("id", "accountId", "kind", "source", "memo", "at")
        select gen_random_uuid(), ${accountId}::uuid, 'invoiceIssued', 'long:' || n, 'INV-' || n, timestamptz '2026-01-01' + n * interval '1 minute'
        from generate_series(1, 2001) n returning "id"
      ) insert into "LedgerLine" ("id", "accountId", "entryId", "ledgerAccount", "currency", "amountMinor")
        select gen_random_uuid(), ${accountId}::uuid, made."id", side."account"::"LedgerAccount", 'EUR', side."amount"
        from made, (values ('receivable', 100), ('revenue', -100)) side ("account", "amount")`;
  });

  it("has all balances and the first transactions on the page, and all of them as CSV", async () => {
    const statement = await statementOf(owner, accountId);
    expect(statement).toMatchObject({ listed: false, currencies: [{ count: 2_001 }] });
    const movements = statement.currencies[0]?.movements ?? [];
    expect(movements.map(({ details }) => details)).toEqual(Array.from({ length: 100 }, (_, n) => `INV-${n + 1}`));
    expect(movements.at(-1)?.balance.amountMinor).toBe(10_000);
    expect(statement.currencies[0]?.closing.amountMinor).toBe(200_100);
    const csv = await fileText(await execute(await portal.as(owner), accountId, downloadStatementCsv, everything));
    const lines = csv.trim().split("\r\n");
    expect(lines).toHaveLength(2_001 + 3);
    expect(lines.at(-2)).toMatch(/,2001\.00$/);
    expect(lines.at(-1)).toMatch(/Closing balance.*,2001\.00$/);
  });

  it("is not rendered as a PDF at once, but in the background", async () => {
    const caller = await portal.as(owner);
    const problem = await problemOf(execute(caller, accountId, downloadStatementPdf, everything));
    expect([problem.code, problem.detail]).toEqual([
      "invalid",
      "This file would have more than 2,000 lines. Prepare it in the background instead.",
    ]);
    const { id, lines } = await execute(caller, accountId, downloadStatementPdf.prepare, everything);
    expect(lines).toBe(2_001);
    await prepareExports();
    const { body } = await execute(caller, accountId, downloadStatementPdf, { exportId: id as string });
    const pages = pdfText(await fileBytes(body));
    expect(pages.join("")).toContain("INV-2001");
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
  });
});

describe("a portal without seller details", () => {
  it("shows a statement and its PDF under the company name only", async () => {
    await portal.owner.legalEntity.updateMany({ data: { isDefault: false } });
    expect((await statementOf("owner@northwind.example", northwind)).seller.name).toBe("Portcullis");
    const owner = await portal.as("owner@northwind.example");
    const { body } = await execute(owner, northwind, downloadStatementPdf, everything);
    expect((await pdfText(body as Uint8Array)).join("\n")).toContain("Portcullis");
    await portal.owner.legalEntity.updateMany({ data: { isDefault: true } });
  });
});
