import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueInvoice } from "@/lib/billing/core/invoicing/issue-invoice";
import { viewOverview } from "@/lib/billing/overview/view-overview";
import { downloadReportCsv } from "@/lib/billing/reports/download-report-csv";
import { downloadReportPdf } from "@/lib/billing/reports/download-report-pdf";
import type { Report, ReportKind } from "@/lib/billing/reports/schema";
import { viewReport } from "@/lib/billing/reports/view-report";
import { addDays } from "@/lib/platform/kernel/dates";
import { decimalMoney } from "@/lib/platform/kernel/decimal-money";
import type { Money } from "@/lib/platform/kernel/money";
import { execute } from "@/lib/platform/operations/execute";
import { buildAccount } from "@/prisma/seed/builders/account";
import { pdfText } from "@/tests/billing/invoices/pdf-text";
import { fileText } from "@/tests/fixtures/file-text";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let accountId: string;
const now = new Date();
const day = (days: number) => addDays(now, days).toISOString().slice(0, 10);
const period = { from: day(-400), to: day(0) };
const start = new Date(`${period.from}T00:00:00Z`);

beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
  // Tax-inclusive prices that don't divide evenly.
  await issueInvoice(
    { db: portal.owner, account: { id: accountId, name: "" }, now: addDays(now, -3), people: async () => [] },
    {
      currency: "EUR",
      taxMode: "inclusive",
      dueAt: addDays(now, 11),
      lines: [1n, 999n, 3333n].map((unitMinor) => ({
        kind: "oneOff",
        description: "Gross",
        quantity: 1,
        unitMinor,
        taxCategory: "standard",
      })),
    },
  );
});
afterAll(() => portal.close());

const reportOf = async (kind: ReportKind, email = "owner@northwind.example") =>
  execute(await portal.as(email), accountId, viewReport, { kind, ...period });

const amount = (cell: unknown): number => (cell as Money | null)?.amountMinor ?? 0;

function columnSum({ columns, currencies }: Report, key: string): number {
  const index = columns.findIndex((column) => column.key === key);
  return currencies.flatMap(({ rows }) => rows).reduce((sum, cells) => sum + amount(cells[index]), 0);
}

async function billed() {
  const where = { accountId, issuedAt: { gte: start } };
  const invoices = await portal.owner.invoice.findMany({ where, include: { lines: true } });
  const notes = await portal.owner.creditNote.findMany({ where, include: { lines: true } });
  return { invoices: invoices.filter(({ status }) => status !== "draft" && status !== "void"), notes };
}

describe("reports match a plain recalculation from the database", () => {
  it("for spend by month", async () => {
    const { invoices, notes } = await billed();
    const months = new Map<string, number>();
    for (const [sign, rows] of [
      [1, invoices],
      [-1, notes],
    ] as const) {
      for (const { issuedAt, totalMinor } of rows) {
        const month = issuedAt?.toISOString().slice(0, 7) ?? "";
        months.set(month, (months.get(month) ?? 0) + sign * Number(totalMinor));
      }
    }
    const report = await reportOf("spend");
    expect(notes.length).toBe(2);
    expect(report.currencies[0]?.rows.length).toBeGreaterThan(1);
    for (const [month, , , total] of report.currencies[0]?.rows ?? []) {
      expect(amount(total), String(month)).toBe(months.get(String(month)) ?? 0);
    }
    expect(columnSum(report, "total")).toBe([...months.values()].reduce((sum, one) => sum + one, 0));
    expect(columnSum(report, "net") + columnSum(report, "tax")).toBe(columnSum(report, "total"));
  });

  it("for payments and refunds", async () => {
    const { owner } = portal;
    const received = await owner.payment.findMany({
      where: { accountId, status: "succeeded", receivedAt: { gte: start } },
    });
    const refunds = await owner.refund.findMany({ where: { accountId, status: "succeeded" } });
    const disputed = received[0];
    const taken = await owner.dispute.create({
      data: {
        accountId,
        paymentId: disputed?.id ?? "",
        gateway: "sandbox",
        gatewayRef: "sbd_lost",
        amountMinor: 777n,
        currency: "EUR",
        status: "lost",
        openedAt: now,
        closedAt: addDays(now, -1),
      },
    });
    const report = await reportOf("payments");
    await owner.dispute.delete({ where: { id: taken.id } });
    expect(report.currencies[0]?.rows).toHaveLength(received.length + refunds.length + 1);
    expect(report.currencies[0]?.rows.filter((cells) => cells[2] === "Reversed by the bank")).toHaveLength(1);
    expect(columnSum(report, "received")).toBe(received.reduce((sum, one) => sum + Number(one.amountMinor), 0));
    expect(columnSum(report, "returned")).toBe(refunds.reduce((sum, one) => sum + Number(one.amountMinor), 777));
    expect(refunds.length).toBeGreaterThan(0);
  });

  it("for outstanding amounts by age", async () => {
    const open = await portal.owner.invoice.findMany({ where: { accountId, status: "open" } });
    const end = new Date(`${day(1)}T00:00:00Z`);
    const sums = { notDue: 0, month: 0, quarter: 0, older: 0 };
    for (const { totalMinor, paidMinor, creditedMinor, dueAt } of open) {
      const late = (end.getTime() - (dueAt?.getTime() ?? 0)) / 86_400_000;
      const age = late <= 0 ? "notDue" : late <= 30 ? "month" : late <= 90 ? "quarter" : "older";
      sums[age] += Number(totalMinor - paidMinor - creditedMinor);
    }
    const report = await reportOf("outstanding");
    for (const [key, sum] of Object.entries(sums)) expect(columnSum(report, key), key).toBe(sum);
    expect(report.currencies[0]?.rows).toHaveLength(open.length);
    expect(sums.notDue * sums.month).toBeGreaterThan(0);
  });

  it("for spend by service, with the same net total as spend, including tax-inclusive prices", async () => {
    const report = await reportOf("services");
    expect(columnSum(report, "net")).toBe(columnSum(await reportOf("spend"), "net"));
    const { invoices, notes } = await billed();
    const { db } = portal.demo.northwind.services;
    const lines = invoices.flatMap((invoice) => invoice.lines).filter(({ serviceId }) => serviceId === db);
    const credited = notes
      .flatMap((note) => note.lines)
      .filter(({ invoiceLineId }) => lines.some(({ id }) => id === invoiceLineId));
    const sum = (rows: readonly { totalMinor: bigint }[]) => rows.reduce((all, one) => all + Number(one.totalMinor), 0);
    const row = report.currencies[0]?.rows.find(([name]) => name === "orders-db.northwind.example");
    expect(amount(row?.[1])).toBe(sum(lines) - sum(credited));
  });
});

/** PostgreSQL takes 65,535 parameters in a statement, Prisma half of that. */
describe("reports with more rows than a statement can have parameters", () => {
  const owner = "owner@many-rows.example";
  const MANY = 33_000;
  let manyId: string;
  beforeAll(async () => {
    const plan = { number: "C-MANY", name: "Many", owner: { email: owner, name: "Mina Many" } };
    manyId = (await buildAccount(portal.owner, plan)).id;
    const line = { kind: "oneOff", description: "All", quantity: 1, unitMinor: 1_000n, taxCategory: "none" } as const;
    await issueInvoice(
      { db: portal.owner, account: { id: manyId, name: "" }, now: addDays(now, -2), people: async () => [] },
      { currency: "EUR", dueAt: now, lines: [line] },
    );
    const where = { accountId: manyId };
    const invoice = await portal.owner.invoice.findFirstOrThrow({ where, include: { lines: true } });
    const note = await portal.owner.creditNote.create({
      data: {
        ...where,
        invoiceId: invoice.id,
        number: "CN-MANY",
        currency: "EUR",
        subtotalMinor: BigInt(MANY),
        taxMinor: 0n,
        totalMinor: BigInt(MANY),
        appliedMinor: 0n,
        reason: "Many",
        issuedByName: "Claire",
        issuedAt: addDays(now, -1),
        seller: {},
        buyer: {},
      },
    });
    await portal.owner.$executeRaw`
      insert into "CreditNoteLine" ("id", "accountId", "creditNoteId", "invoiceLineId", "position", "description", "totalMinor", "taxMinor", "taxBasisPoints")
      select gen_random_uuid(), ${manyId}::uuid, ${note.id}::uuid, ${invoice.lines[0]?.id}::uuid, n, 'Many', 1, 0, 0
      from generate_series(1, ${MANY}::int) n`;
    await portal.owner.$executeRaw`
      insert into "Payment" ("id", "accountId", "status", "gateway", "method", "currency", "amountMinor", "origin", "receivedAt")
      select gen_random_uuid(), ${manyId}::uuid, 'succeeded', 'sandbox', 'Card', "currency", 100, 'person', ${addDays(now, -1)}
      from (select 'EUR' as "currency" from generate_series(1, ${MANY}::int) union all select unnest(array['AUD', 'USD'])) p`;
  });

  it("add up credit notes by service", async () => {
    const { currencies } = await execute(await portal.as(owner), manyId, viewReport, { kind: "services", ...period });
    expect(currencies).toMatchObject([{ count: 1, rows: [["Other charges", { amountMinor: 1_000 - MANY }]] }]);
  });

  it("are complete as CSV, and have their first rows and all totals on the page", async () => {
    const caller = await portal.as(owner);
    const asked = { kind: "payments", ...period } as const;
    const seen = await execute(caller, manyId, viewReport, asked);
    expect(seen.listed).toBe(false);
    expect(seen.currencies.map(({ currency, count, rows }) => [currency, count, rows.length])).toEqual([
      ["AUD", 1, 1],
      ["EUR", MANY, 99],
      ["USD", 1, 0],
    ]);
    expect(seen.currencies.map(({ totals }) => totals[3]?.amountMinor)).toEqual([100, 100 * MANY, 100]);
    const csv = await fileText(await execute(caller, manyId, downloadReportCsv, asked));
    expect(csv.trim().split("\r\n")).toHaveLength(MANY + 6);
  });
});

describe("report files", () => {
  it("contain the figures of the page", async () => {
    const caller = await portal.as("administrator@northwind.example");
    for (const kind of ["spend", "payments", "outstanding", "services"] as const) {
      const { currencies, title } = await reportOf(kind);
      const csv = await fileText(await execute(caller, accountId, downloadReportCsv, { kind, ...period }));
      const pdf = await execute(caller, accountId, downloadReportPdf, { kind, ...period });
      const pages = pdfText(pdf.body as Uint8Array);
      expect(pages[0]).toContain(title);
      const amounts = currencies.flatMap(({ rows, totals }) => [...rows, totals]).flat();
      const money = amounts.filter((cell): cell is Money => typeof cell === "object" && cell !== null);
      expect(money.length).toBeGreaterThan(0);
      for (const one of money) expect(csv).toContain(decimalMoney(one));
      expect(csv.trim().split("\r\n")).toHaveLength(1 + currencies.flatMap(({ rows }) => [...rows, null]).length);
    }
  });

  it("include a row named Total in the totals, and label the totals in every format", async () => {
    const { db } = portal.demo.northwind.services;
    await portal.owner.service.update({ where: { id: db }, data: { name: "Total" } });
    const report = await reportOf("services");
    const [part] = report.currencies;
    expect(part?.rows.filter(([name]) => name === "Total")).toHaveLength(1);
    expect(part?.totals).toEqual([null, { amountMinor: columnSum(report, "net"), currency: "EUR" }]);
    const caller = await portal.as("owner@northwind.example");
    const csv = await fileText(await execute(caller, accountId, downloadReportCsv, { kind: "services", ...period }));
    expect(csv.trim().split("\r\n").at(-1)).toBe(`Total,${decimalMoney(part?.totals[1] as Money)},EUR`);
    const pdf = await execute(caller, accountId, downloadReportPdf, { kind: "services", ...period });
    expect(
      pdfText(pdf.body as Uint8Array)
        .join("")
        .match(/Total/g),
    ).toHaveLength(2);
    await portal.owner.service.update({ where: { id: db }, data: { name: "orders-db.northwind.example" } });
  });

  it("are available only to owners and administrators, and not when the area is turned off", async () => {
    for (const who of ["billing", "support", "billing-support", "custom"]) {
      const caller = await portal.as(`${who}@northwind.example`);
      for (const operation of [viewReport, downloadReportCsv, downloadReportPdf]) {
        expect((await problemOf(execute(caller, accountId, operation, {}))).code).toBe("refused");
      }
    }
    await portal.owner.account.update({ where: { id: accountId }, data: { areasOff: ["reports"] } });
    expect((await problemOf(reportOf("spend"))).code).toBe("refused");
    await portal.owner.account.update({ where: { id: accountId }, data: { areasOff: [] } });
  });
});

describe("the billing overview", () => {
  const overview = async (email: string) => execute(await portal.as(email), accountId, viewOverview, {});

  it("shows the balance due, account credit, upcoming charges and spend", async () => {
    const seen = await overview("billing@northwind.example");
    const open = await portal.owner.invoice.findMany({ where: { accountId, status: "open" } });
    const left = open.reduce((sum, one) => sum + Number(one.totalMinor - one.paidMinor - one.creditedMinor), 0);
    expect(seen.due.totals).toMatchObject([{ due: { amountMinor: left, currency: "EUR" } }]);
    expect(seen.due.first.map(({ overdue }) => overdue)[0]).toBe(true);
    expect(new Set(seen.due.first.map(({ payable }) => payable))).toEqual(new Set([true]));
    // The invoice above has used up the demo's account credit.
    expect(seen.credit).toEqual([]);
    expect(seen.method?.label).toContain("5100");
    const renewing = await portal.owner.service.findMany({
      where: { accountId, status: { in: ["active", "suspended"] }, cancelAtPeriodEnd: false, renewsAt: { gte: now } },
    });
    const first = renewing.map(({ renewsAt }) => renewsAt?.getTime() ?? 0).sort((a, b) => a - b)[0];
    const together = renewing.filter(({ renewsAt }) => renewsAt?.getTime() === first);
    expect(seen.nextCharges[0]).toMatchObject({
      kind: "renewal",
      amount: { amountMinor: together.reduce((sum, one) => sum + Number(one.priceMinor), 0) },
    });
    expect(seen.spend[0]?.months).toHaveLength(12);
  });

  it("lists the renewal of a suspended service, and no invoice with a payment in progress", async () => {
    const { globex } = portal.demo;
    const { owner } = portal;
    const seen = async () =>
      (await execute(await portal.as("owner@globex.example"), globex.id, viewOverview, {})).nextCharges;
    const before = await seen();
    const running = await owner.service.findMany({ where: { accountId: globex.id, status: "active" } });
    const those = { id: { in: running.map(({ id }) => id) } };
    await owner.service.updateMany({ where: those, data: { status: "suspended" } });
    expect(before.filter(({ kind }) => kind === "renewal")).not.toEqual([]);
    expect(await seen()).toEqual(before);
    await owner.service.updateMany({ where: those, data: { status: "active" } });
    const automatic = before.find(({ kind }) => kind === "autopay");
    const open = await owner.invoice.findFirstOrThrow({ where: { accountId: globex.id, status: "open" } });
    const underWay = {
      accountId: globex.id,
      invoiceId: open.id,
      amountMinor: open.totalMinor,
      state: "reserved" as const,
    };
    const payment = await owner.payment.create({
      data: {
        accountId: globex.id,
        gateway: "sandbox",
        status: "processing",
        origin: "person",
        amountMinor: open.totalMinor,
        currency: "EUR",
        method: "Visa",
      },
    });
    await owner.paymentAllocation.create({ data: { ...underWay, paymentId: payment.id } });
    expect(automatic).toMatchObject({ kind: "autopay" });
    expect(await seen()).not.toContainEqual(automatic);
    await owner.paymentAllocation.deleteMany({ where: { paymentId: payment.id } });
    await owner.payment.delete({ where: { id: payment.id } });
  });

  it("omits what the viewer isn't allowed to see", async () => {
    const { billing } = portal.demo.northwind.contacts;
    const off = ["billing.credit.view", "billing.payment-methods.view", "billing.invoices.pay"];
    await portal.owner.contactPermission.createMany({
      data: off.map((permission) => ({
        accountId,
        contactId: billing,
        permission,
        effect: "off" as const,
        givenByName: "Ingrid Solheim",
      })),
    });
    const seen = await overview("billing@northwind.example");
    expect(seen).not.toHaveProperty("credit");
    expect(seen).not.toHaveProperty("method");
    expect(new Set(seen.due.first.map(({ payable }) => payable))).toEqual(new Set([false]));
    expect(seen.recent.map(({ kind }) => kind)).toContain("invoice");
    expect(seen.recent.map(({ kind }) => kind)).not.toContain("creditNote");
  });

  it("shows the next retry of an autopay charge", async () => {
    const { globex } = portal.demo;
    const caller = await portal.as("owner@globex.example");
    const seen = await execute(caller, globex.id, viewOverview, {});
    const open = await portal.owner.invoice.findFirstOrThrow({ where: { accountId: globex.id, status: "open" } });
    expect(seen.autopay).toBe(true);
    expect(seen.nextCharges[0]).toEqual({
      at: open.nextChargeAt?.toISOString(),
      kind: "autopay",
      what: `Invoice ${open.number}`,
      amount: { amountMinor: Number(open.totalMinor), currency: "EUR" },
    });
  });

  it("marks an invoice that autopay has stopped retrying", async () => {
    const { globex } = portal.demo;
    const { owner } = portal;
    const seen = async () => execute(await portal.as("owner@globex.example"), globex.id, viewOverview, {});
    const open = await owner.invoice.findFirstOrThrow({ where: { accountId: globex.id, status: "open" } });
    const where = { id: open.id };
    expect((await seen()).due.first).toMatchObject([{ id: open.id, byHand: false }]);
    await owner.invoice.update({ where, data: { nextChargeAt: null } });
    const after = await seen();
    expect(after.due.first).toMatchObject([{ id: open.id, byHand: true }]);
    expect(after.nextCharges.filter(({ kind }) => kind === "autopay")).toEqual([]);
    await owner.account.update({ where: { id: globex.id }, data: { autopay: false } });
    expect((await seen()).due.first).toMatchObject([{ byHand: false }]);
    await owner.account.update({ where: { id: globex.id }, data: { autopay: true } });
    await owner.invoice.update({ where, data: { nextChargeAt: open.nextChargeAt } });
  });
});
