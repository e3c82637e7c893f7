import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookedInvoice } from "@/tests/fixtures/booked-invoice";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

test("a payment is not allocated to a draft, neither at once nor later", async () => {
  const accountId = portal.demo.northwind.id;
  const draft = await bookedInvoice(portal.owner, accountId, "draft");
  const open = await bookedInvoice(portal.owner, accountId, "open");
  const paid = await bookedInvoice(portal.owner, accountId, "paid");
  const allocation = {
    id: randomUUID(),
    accountId,
    paymentId: paid.paymentId,
    amountMinor: 1n,
    state: "reserved",
  } as const;
  const create = (invoiceId: string) => portal.owner.paymentAllocation.create({ data: { ...allocation, invoiceId } });
  await expect(create(draft.id)).rejects.toThrow("a draft cannot be paid");
  await create(open.id);
  const moved = portal.owner.paymentAllocation.update({ where: { id: allocation.id }, data: { invoiceId: draft.id } });
  await expect(moved).rejects.toThrow("a draft cannot be paid");
});
