import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { recordTransfer } from "@/lib/billing/payments/record-transfer";
import { viewTransferDesk } from "@/lib/billing/payments/view-transfer-desk";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { buildAccount } from "@/prisma/seed/builders/account";
import { buildInvoice } from "@/prisma/seed/builders/invoice";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const accounting = () => portal.as("staff-accounting@portcullis.example");
const desk = async (accountId: string, invoiceId?: string) =>
  execute(await accounting(), accountId, viewTransferDesk, invoiceId === undefined ? {} : { invoiceId });

async function account(): Promise<string> {
  const mark = randomUUID();
  const owner = { email: `owner@${mark}.example`, name: "Astrid Halden" };
  return (await buildAccount(portal.owner, { number: `C-${mark}`, name: "Many Invoices", owner })).id;
}

/** Creates open invoices, the last one due first. Returns their ids, earliest due first. */
async function owing(accountId: string, count: number): Promise<string[]> {
  const last = await buildInvoice(portal.owner, accountId, {
    number: `INV-${randomUUID()}`,
    status: "open",
    issuedAt: addDays(new Date(), -1),
    lines: [{ description: "Server", unitMinor: 1000 }],
  });
  // PostgreSQL works these out itself.
  const {
    id: _,
    numberSearch: _search,
    dueMinor: _due,
    statusKey: _status,
    ...like
  } = await portal.owner.invoice.findUniqueOrThrow({ where: { id: last } });
  const rows = Array.from({ length: count - 1 }, (_one, index) => ({
    ...like,
    id: randomUUID(),
    number: `INV-${randomUUID()}`,
    dueAt: addDays(new Date(), -index - 10),
    seller: {},
    buyer: {},
  }));
  await portal.owner.invoice.createMany({ data: rows });
  return [...rows.map(({ id }) => id).reverse(), last];
}

it("offers every open invoice, earliest due first, beyond one page of the list", async () => {
  const accountId = await account();
  const ids = await owing(accountId, 60);
  const offered = await desk(accountId);
  expect(offered.total).toBe(60);
  expect(offered.invoices.map(({ id }) => id)).toEqual(ids);
  const paid = { invoiceIds: [ids[59] ?? ""], currency: "EUR" as const, amount: "12.10", reference: randomUUID() };
  await execute(await accounting(), accountId, recordTransfer, paid);
  expect((await desk(accountId)).invoices.map(({ id }) => id)).toEqual(ids.slice(0, 59));
});

it("offers the first three hundred due, the total count, and the requested invoice", async () => {
  const accountId = await account();
  const ids = await owing(accountId, 302);
  const offered = await desk(accountId);
  expect([offered.total, offered.invoices.length]).toEqual([302, 300]);
  expect(offered.invoices.map(({ id }) => id)).toEqual(ids.slice(0, 300));
  expect((await desk(accountId, ids[301])).invoices.map(({ id }) => id)).toEqual([...ids.slice(0, 300), ids[301]]);
  expect((await desk(accountId, ids[0])).invoices).toHaveLength(300);
});

it("offers neither another account's invoices nor paid ones", async () => {
  const [mine, other] = [await account(), await account()];
  const [own = ""] = await owing(mine, 1);
  const [theirs] = await owing(other, 1);
  expect(await problemOf(desk(mine, theirs))).toMatchObject({ code: "not-found" });
  const paid = { invoiceIds: [own], currency: "EUR" as const, amount: "12.10", reference: randomUUID() };
  await execute(await accounting(), mine, recordTransfer, paid);
  expect(await desk(mine, own)).toMatchObject({ total: 0, invoices: [] });
});
