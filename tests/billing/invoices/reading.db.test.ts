import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { downloadInvoicePdf } from "@/lib/billing/invoices/download-invoice-pdf";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { viewInvoice } from "@/lib/billing/invoices/view-invoice";
import { viewOverview } from "@/lib/billing/overview/view-overview";
import { listPaymentMethods } from "@/lib/billing/payment-methods/list-payment-methods";
import { addDays } from "@/lib/platform/kernel/dates";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { execute } from "@/lib/platform/operations/execute";
import { buildInvoice } from "@/prisma/seed/builders/invoice";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { pdfText } from "./pdf-text";

let portal: TestPortal;
let northwind: string;
let mixed: string;

beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
  mixed = await buildInvoice(portal.owner, northwind, {
    number: "INV-9000-1",
    status: "open",
    issuedAt: addDays(new Date(), -3),
    lines: [
      { description: "Server", unitMinor: 3333, quantity: 3 },
      { description: "Book", unitMinor: 1995, taxBasisPoints: 900 },
    ],
  });
  await portal.owner.invoice.update({ where: { id: mixed }, data: { paidMinor: 5000n } });
});
afterAll(() => portal.close());

const read = async (email: string, input: object = {}) =>
  execute(await portal.as(email), northwind, listInvoices, input);

describe("invoices", () => {
  it("hide drafts from customers in lists and by id, and show them to billing staff", async () => {
    const draft = await portal.owner.invoice.findFirstOrThrow({ where: { accountId: northwind, status: "draft" } });
    for (const email of ["owner@northwind.example", "administrator@northwind.example", "billing@northwind.example"]) {
      const caller = await portal.as(email);
      for (const page of [1, 2]) {
        const { items } = await execute(caller, northwind, listInvoices, { page });
        expect(items.filter((one) => one.id === draft.id || one.standing === "draft")).toEqual([]);
      }
      expect((await execute(caller, northwind, listInvoices, { status: "draft" })).total).toBe(0);
      for (const operation of [viewInvoice, downloadInvoicePdf]) {
        const problem = await problemOf(execute(caller, northwind, operation, { invoiceId: draft.id }));
        expect(problem.code).toBe("not-found");
      }
    }
    const staff = await read("staff-accounting@portcullis.example", { status: "draft" });
    expect(staff.items.map(({ id }) => id)).toEqual([draft.id]);
  });

  it("are due as the sum of the open ones, and billed as the sum of each month's, after any change", async () => {
    const { owner } = portal;
    const now = new Date();
    const lines = [{ description: "Server", unitMinor: 1000 }];
    const late = { status: "open" as const, issuedAt: addDays(now, -70), lines };
    const paid = await buildInvoice(owner, northwind, { ...late, number: "INV-8000-2" });
    const voided = await buildInvoice(owner, northwind, { ...late, number: "INV-8000-3" });
    await buildInvoice(owner, northwind, { ...late, number: "INV-8000-4" });
    await owner.invoice.update({ where: { id: paid }, data: { status: "paid", paidMinor: 1210n } });
    await owner.invoice.update({ where: { id: voided }, data: { status: "void" } });
    const caller = await portal.as("billing@northwind.example");
    const { due, spend } = await execute(caller, northwind, viewOverview, {});
    const mine = { accountId: northwind, currency: "EUR" };
    const open = await owner.invoice.findMany({ where: { ...mine, status: "open" } });
    const overdue = open.filter(({ dueAt }) => dueAt !== null && dueAt < now);
    expect(open.length).toBeGreaterThan(overdue.length);
    const sum = (rows: readonly { dueMinor: bigint }[]) => Number(rows.reduce((all, one) => all + one.dueMinor, 0n));
    const euros = due.totals.find((one) => one.due.currency === "EUR");
    expect([euros?.due.amountMinor, euros?.overdue.amountMinor]).toEqual([sum(open), sum(overdue)]);
    const issued = { ...mine, issuedAt: { gte: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 11, 1)) } };
    const billed = await owner.invoice.findMany({ where: { ...issued, status: { notIn: ["draft", "void"] } } });
    const credited = await owner.creditNote.findMany({ where: issued });
    const net = (rows: readonly { subtotalMinor: bigint }[]) =>
      Number(rows.reduce((all, one) => all + one.subtotalMinor, 0n));
    const months = spend.find(({ currency }) => currency === "EUR")?.months ?? [];
    expect(months.reduce((all, month) => all + month.net.amountMinor, 0)).toBe(net(billed) - net(credited));
  });

  it("are denied to support, as are payment methods", async () => {
    const caller = await portal.as("support@northwind.example");
    const attempts = [
      execute(caller, northwind, listInvoices, {}),
      execute(caller, northwind, viewInvoice, { invoiceId: mixed }),
      execute(caller, northwind, downloadInvoicePdf, { invoiceId: mixed }),
      execute(caller, northwind, listPaymentMethods, {}),
    ];
    for (const { code } of await Promise.all(attempts.map(problemOf))) expect(code).toBe("refused");
  });

  it("of another account aren't found", async () => {
    const foreign = await portal.owner.invoice.findFirstOrThrow({ where: { accountId: portal.demo.globex.id } });
    const caller = await portal.as("billing@northwind.example");
    const problem = await problemOf(execute(caller, northwind, viewInvoice, { invoiceId: foreign.id }));
    expect(problem.code).toBe("not-found");
  });

  it("total the amounts due and overdue, matching a plain recalculation", async () => {
    const now = new Date();
    const open = await portal.owner.invoice.findMany({ where: { accountId: northwind, status: "open" } });
    const late = open.filter(({ dueAt }) => dueAt !== null && dueAt < now);
    const sum = (rows: typeof open) =>
      Number(rows.reduce((total, row) => total + row.totalMinor - row.paidMinor - row.creditedMinor, 0n));
    expect(late.length).toBeGreaterThan(0);
    const { due } = await read("billing@northwind.example", { q: "nothing has this number" });
    expect(due).toHaveLength(1);
    expect(due[0]).toMatchObject({
      due: { amountMinor: sum(open), currency: "EUR" },
      overdue: { amountMinor: sum(late), currency: "EUR" },
      unpaidCount: open.length,
      overdueCount: late.length,
    });
  });

  it("are found by status, year and part of a number, without interpreting wildcards", async () => {
    const overdue = await read("billing@northwind.example", { status: "overdue" });
    const open = await read("billing@northwind.example", { status: "open" });
    const unpaid = await read("billing@northwind.example", { status: "unpaid" });
    expect(overdue.items.length).toBeGreaterThan(0);
    expect(new Set(overdue.items.map(({ standing }) => standing))).toEqual(new Set(["overdue"]));
    expect(new Set(open.items.map(({ standing }) => standing))).toEqual(new Set(["open"]));
    expect(unpaid.total).toBe(overdue.total + open.total);

    const all = await read("billing@northwind.example");
    let counted = 0;
    for (const year of all.years) {
      const inYear = await read("billing@northwind.example", { year });
      expect(new Set(inYear.items.map(({ issuedAt }) => issuedAt?.slice(0, 4)))).toEqual(new Set([String(year)]));
      counted += inYear.total;
    }
    expect(counted).toBe(all.total);

    expect((await read("billing@northwind.example", { q: "v-9000" })).items.map(({ id }) => id)).toEqual([mixed]);
    expect((await read("billing@northwind.example", { q: "INV_9000" })).total).toBe(0);
    expect((await read("billing@northwind.example", { q: "%" })).total).toBe(0);
  });

  it("show tax per rate, the paid amount and the amount due, identically on the PDF", async () => {
    const caller = await portal.as("billing@northwind.example");
    const invoice = await execute(caller, northwind, viewInvoice, { invoiceId: mixed });
    expect(invoice.taxes).toEqual([
      { basisPoints: 2100, net: { amountMinor: 9999, currency: "EUR" }, tax: { amountMinor: 2100, currency: "EUR" } },
      { basisPoints: 900, net: { amountMinor: 1995, currency: "EUR" }, tax: { amountMinor: 180, currency: "EUR" } },
    ]);
    expect(invoice.total.amountMinor).toBe(14_274);
    expect(invoice.due.amountMinor).toBe(9274);
    expect(invoice.standing).toBe("open");

    const file = await execute(caller, northwind, downloadInvoicePdf, { invoiceId: mixed });
    expect(file).toMatchObject({ filename: "INV-9000-1.pdf", contentType: "application/pdf" });
    const [page = ""] = pdfText(file.body as Uint8Array);
    for (const { amountMinor, currency } of [invoice.subtotal, invoice.total, invoice.due]) {
      expect(page).toContain(formatMoney(amountMinor, currency, "en-GB"));
    }
    expect(page).toContain("INV-9000-1");
  });

  it("link to a service only if the viewer can see it", async () => {
    const { services } = portal.demo.northwind;
    const line = await portal.owner.invoiceLine.findFirstOrThrow({ where: { serviceId: services.db } });
    const invoiceId = line.invoiceId;
    const servicesIn = async (email: string) => {
      const { lines } = await execute(await portal.as(email), northwind, viewInvoice, { invoiceId });
      return lines.map((one) => one.serviceId);
    };
    expect(await servicesIn("billing@northwind.example")).toContain(services.db);
    await portal.owner.contactPermission.create({
      data: {
        accountId: northwind,
        contactId: portal.demo.northwind.contacts.custom,
        permission: "billing.invoices.view",
        effect: "on",
        givenByName: "Ingrid Solheim",
      },
    });
    const seen = await servicesIn("custom@northwind.example");
    expect(seen).toContain(services.web1);
    expect(seen).not.toContain(services.db);
  });
});
