import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { issueInvoice } from "@/lib/billing/core/invoicing/issue-invoice";
import { completePayment } from "@/lib/billing/core/payments/complete-payment";
import { reservePayment } from "@/lib/billing/core/payments/reserve-payment";
import { retryAutomatic } from "@/lib/billing/core/payments/retry-automatic";
import { reserveRefund } from "@/lib/billing/core/refunds/reserve-refund";
import { sandboxMethodRef } from "@/lib/billing/gateways/sandbox/test-methods";
import { asJob } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import { buildContact } from "@/prisma/seed/builders/contact";
import { withoutTokens } from "@/tests/fixtures/without-tokens";
import { openRenewalsFixture, type RenewalsFixture, type RenewingAccount } from "./renewals-fixture";

let fixture: RenewalsFixture;
const start = new Date("2027-05-01T00:00:00Z");
const due = addDays(start, 14);

beforeAll(async () => {
  fixture = await openRenewalsFixture();
});
beforeEach(() => fixture.books.owner.outboxMail.deleteMany());
afterAll(() => fixture.close());

const mailsOf = (accountId: string, template?: string) =>
  fixture.books.owner.outboxMail.findMany({
    where: { accountId, template },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
const invoiceOf = (accountId: string) => fixture.books.owner.invoice.findFirstOrThrow({ where: { accountId } });
const dayOf = (days: number) => addDays(start, days);
const close = ({ id }: RenewingAccount) =>
  fixture.books.owner.account.update({ where: { id }, data: { status: "closed", closedAt: start } });

async function pay({ id, methodId }: RenewingAccount, now: Date): Promise<void> {
  await fixture.at(now);
  const invoice = await invoiceOf(id);
  const reserved = await asJob(id, now, (job) =>
    reservePayment(job, { invoices: [{ id: invoice.id }], methodId, origin: "person", payer: null }),
  );
  await completePayment(id, reserved?.paymentId ?? "");
}

describe("reminders", () => {
  it("are sent once each, 3 days before, on, and 3, 7 and 14 days after the due date", async () => {
    const settled = await fixture.addAccount({ services: [{ renewsAt: start }] });
    const sent: number[] = [];
    for (let day = 0; day <= 30; day++) {
      const before = (await mailsOf(settled.id, "invoice-reminder")).length;
      await fixture.run(dayOf(day));
      if ((await mailsOf(settled.id, "invoice-reminder")).length > before) sent.push(day - 14);
    }
    expect(sent).toEqual([-3, 0, 3, 7, 14]);
    const steps = await fixture.books.owner.invoiceReminder.findMany({
      where: { accountId: settled.id },
      orderBy: { step: "asc" },
    });
    expect(steps.map(({ step, sentTo }) => [step, sentTo])).toEqual([-3, 0, 3, 7, 14].map((step) => [step, 1]));
    await close(settled);
  });

  it("that became due while the worker was down are sent as one, the latest", async () => {
    const settled = await fixture.addAccount({ services: [{ renewsAt: start }] });
    await fixture.run(start);
    await fixture.run(addDays(due, 8));
    expect(await mailsOf(settled.id, "invoice-reminder")).toHaveLength(1);
    const steps = await fixture.books.owner.invoiceReminder.findMany({
      where: { accountId: settled.id },
      orderBy: { step: "asc" },
    });
    expect(steps.map(({ step, sentTo }) => [step, sentTo])).toEqual([
      [-3, 0],
      [0, 0],
      [3, 0],
      [7, 1],
    ]);
    await close(settled);
  });

  it("aren't sent while a payment is in progress, or before an autopay charge", async () => {
    const byHand = await fixture.addAccount({ services: [{ renewsAt: start }] });
    const byItself = await fixture.addAccount({ autopay: "success", services: [{ renewsAt: start }] });
    await fixture.run(start);
    const invoice = await invoiceOf(byHand.id);
    await asJob(byHand.id, start, (job) =>
      reservePayment(job, { invoices: [{ id: invoice.id }], methodId: byHand.methodId, origin: "person", payer: null }),
    );
    await fixture.run(dayOf(12), ["remind"]);
    await fixture.run(due, ["remind"]);
    expect(await mailsOf(byHand.id, "invoice-reminder")).toEqual([]);
    expect(await mailsOf(byItself.id, "invoice-reminder")).toEqual([]);
    await Promise.all([byHand, byItself].map(close));
  });
});

describe("autopay", () => {
  it("charges on the due date and announces the charge beforehand", async () => {
    const settled = await fixture.addAccount({ autopay: "success", services: [{ renewsAt: start }] });
    await fixture.everyDay(start, dayOf(13));
    expect(await fixture.charges(settled.id)).toEqual([]);
    const [mail] = await mailsOf(settled.id, "invoice-issued");
    expect(mail?.text.replace(/\s+/g, " ")).toContain(
      "You don't need to do anything. We'll charge €12.10 to Visa •••• 4242 on 15 May 2027.",
    );
    await fixture.run(due);
    expect(await fixture.charges(settled.id)).toHaveLength(1);
    expect(await invoiceOf(settled.id)).toMatchObject({ status: "paid", paidMinor: 1210n, nextChargeAt: null });
    await close(settled);
  });

  it("retries a declined card after 1, 3 and 5 days, then stops", async () => {
    const settled = await fixture.addAccount({ autopay: "declined", services: [{ renewsAt: start }] });
    const tried: number[] = [];
    for (let day = 0; day <= 24; day++) {
      const before = (await fixture.charges(settled.id)).length;
      await fixture.run(dayOf(day));
      if ((await fixture.charges(settled.id)).length > before) tried.push(day - 14);
    }
    expect(tried).toEqual([0, 1, 3, 5]);
    expect(await fixture.books.owner.payment.count({ where: { accountId: settled.id, status: "failed" } })).toBe(4);
    expect(await invoiceOf(settled.id)).toMatchObject({ status: "open", chargeAttempts: 4, nextChargeAt: null });
    const texts = (await mailsOf(settled.id, "payment-news")).map(({ text }) => text.replace(/\s+/g, " "));
    // The last one doesn't announce another retry.
    expect(texts.map((text) => /try again on (\d+ \w+)/.exec(text)?.[1])).toEqual([
      "16 May",
      "18 May",
      "20 May",
      undefined,
    ]);
    await close(settled);
  });

  it("charges a replaced card at the next attempt, and then stops", async () => {
    const settled = await fixture.addAccount({ autopay: "declined", services: [{ renewsAt: start }] });
    await fixture.everyDay(start, due);
    await fixture.books.owner.paymentMethod.update({
      where: { id: settled.methodId },
      data: { gatewayRef: sandboxMethodRef("success", "new") },
    });
    await fixture.everyDay(dayOf(15), dayOf(40), ["charge", "remind", "suspend"]);
    expect((await fixture.charges(settled.id)).map(({ status }) => status).sort()).toEqual(["failed", "succeeded"]);
    expect(await mailsOf(settled.id, "invoice-reminder")).toEqual([]);
    await close(settled);
  });

  it("doesn't recharge a refunded invoice until it is turned on again", async () => {
    const settled = await fixture.addAccount({ autopay: "success", services: [{ renewsAt: start }] });
    await fixture.run(start, ["renew"]);
    await pay(settled, start);
    const { id: paymentId, amountMinor } = await fixture.books.owner.payment.findFirstOrThrow({
      where: { accountId: settled.id },
    });
    const { id: invoiceId } = await invoiceOf(settled.id);
    await asJob(settled.id, dayOf(1), (job) =>
      reserveRefund(job, { paymentId, amountMinor, reason: "Asked", issuedByName: "Claire", from: "invoices" }),
    );
    await fixture.everyDay(dayOf(1), dayOf(16), ["announce", "charge", "remind"]);
    expect(await fixture.charges(settled.id)).toHaveLength(1);
    // So reminders are sent as for any invoice paid manually.
    expect(await mailsOf(settled.id, "invoice-reminder")).toHaveLength(2);
    const refunded = await fixture.books.owner.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
    expect(refunded).toMatchObject({ status: "open", paidMinor: 0n, chargeAttempts: 1, nextChargeAt: null });
    await asJob(settled.id, dayOf(20), (job) => retryAutomatic(job).then(() => true));
    // Invoices not due yet are charged on their due date.
    await fixture.books.owner.invoice.update({ where: { id: invoiceId }, data: { dueAt: dayOf(22) } });
    await fixture.everyDay(dayOf(20), dayOf(21), ["charge"]);
    expect(await fixture.charges(settled.id)).toHaveLength(1);
    await fixture.run(dayOf(22), ["charge"]);
    expect(await fixture.charges(settled.id)).toHaveLength(2);
    await close(settled);
  });

  it("leaves an invoice payable if its card's gateway is no longer configured", async () => {
    const settled = await fixture.addAccount({ autopay: "success", services: [{ renewsAt: start }] });
    const { owner } = fixture.books;
    await owner.paymentMethod.update({ where: { id: settled.methodId }, data: { gateway: "stripe" } });
    await fixture.run(start, ["renew"]);
    expect((await fixture.run(due, ["charge"])).failures).toEqual([]);
    expect(await owner.payment.count({ where: { accountId: settled.id } })).toBe(0);
    expect(await owner.paymentAllocation.count({ where: { accountId: settled.id } })).toBe(0);
    await close(settled);
  });

  it("recovers the outcome of a charge whose answer was lost, and charges once", async () => {
    const settled = await fixture.addAccount({ autopay: "silent", services: [{ renewsAt: start }] });
    await fixture.run(start);
    await fixture.run(due);
    expect(await fixture.books.owner.payment.findMany({ where: { accountId: settled.id } })).toMatchObject([
      { status: "processing" },
    ]);
    await fixture.run(new Date(due.getTime() + 180_000));
    expect(await fixture.books.owner.payment.findMany({ where: { accountId: settled.id } })).toMatchObject([
      { status: "succeeded" },
    ]);
    expect(await fixture.charges(settled.id)).toHaveLength(1);
    await close(settled);
  });
});

describe("an overdue account", () => {
  it("is reminded, suspended and restored after paying, while support contacts don't learn the reason", async () => {
    const settled = await fixture.addAccount({ services: [{ renewsAt: start }, { renewsAt: start }] });
    const { owner } = fixture.books;
    const [seen = ""] = settled.serviceIds;
    await buildContact(owner, settled.id, { email: "support@dunning.example", name: "Sue", roles: ["support"] });
    await buildContact(owner, settled.id, {
      email: "limited@dunning.example",
      name: "Lim",
      roles: ["support"],
      services: [seen],
    });
    await buildContact(owner, settled.id, { email: "billing@dunning.example", name: "Bill", roles: ["billing"] });
    await buildContact(owner, settled.id, {
      email: "book-keeper@dunning.example",
      name: "Non",
      login: false,
      permissions: [{ permission: "notices.invoices.receive" }, { permission: "notices.billing.receive" }],
    });
    const standing = async () =>
      (await owner.service.findMany({ where: { accountId: settled.id } })).map(({ status }) => status);

    await fixture.everyDay(start, dayOf(34), ["renew", "announce", "remind", "suspend", "restore"]);
    // The next month was invoiced too, and isn't overdue yet.
    expect(await standing()).toEqual(["active", "active"]);
    await fixture.run(dayOf(35), ["suspend", "restore"]);
    expect(await standing()).toEqual(["suspended", "suspended"]);
    await fixture.run(dayOf(36), ["suspend", "restore"]);
    expect(await standing()).toEqual(["suspended", "suspended"]);

    const [first] = await owner.invoice.findMany({ where: { accountId: settled.id }, orderBy: { issuedAt: "asc" } });
    expect(first?.status).toBe("open");
    await pay(settled, dayOf(36));
    await fixture.run(dayOf(36), ["restore"]);
    expect(await standing()).toEqual(["active", "active"]);

    const toSupport = await owner.outboxMail.findMany({ where: { toAddress: "support@dunning.example" } });
    expect(toSupport.map(({ subject }) => subject)).toEqual(["2 services were suspended", "2 services were restored"]);
    for (const { html, text, kind } of toSupport) {
      expect(kind).toBe("services");
      expect(withoutTokens(html + text)).not.toMatch(/invoice|paid|payment|overdue|\bowe|debt|billing|€|\bEUR\b/i);
      expect(text).not.toMatch(/\d[.,]\d\d/);
    }
    const toLimited = await owner.outboxMail.findMany({ where: { toAddress: "limited@dunning.example" } });
    expect(toLimited.map(({ subject }) => subject)).toEqual([
      "server-0.example was suspended",
      "server-0.example was restored",
    ]);
    expect(toLimited.map(({ text }) => text).join()).not.toContain("server-1");

    const toBilling = await owner.outboxMail.findMany({ where: { toAddress: "billing@dunning.example" } });
    expect(new Set(toBilling.map(({ kind }) => kind))).toEqual(new Set(["billing"]));
    expect(toBilling.some(({ template }) => template === "invoice-issued")).toBe(true);
    const toBookKeeper = await owner.outboxMail.findMany({ where: { toAddress: "book-keeper@dunning.example" } });
    expect(toBookKeeper.map(({ template }) => template)).toEqual(
      expect.arrayContaining(["invoice-issued", "invoice-reminder", "payment-news"]),
    );
    const notices = toBookKeeper.filter(({ template }) => template !== "payment-news");
    expect(notices.map(({ text }) => text).join()).not.toContain("/a/");
    await close(settled);
  });

  it("keeps its services while only an order is unpaid, and isn't warned of a suspension", async () => {
    const settled = await fixture.addAccount({ services: [{ renewsAt: dayOf(300) }] });
    const { owner } = fixture.books;
    const { productId } = await owner.service.findFirstOrThrow({ where: { accountId: settled.id } });
    const { id: contactId } = await owner.contact.findFirstOrThrow({ where: { accountId: settled.id } });
    const of = { accountId: settled.id, productId, priceMinor: 1000n, currency: "EUR" };
    const { id: serviceId } = await owner.service.create({
      data: { ...of, name: "new.example", status: "pending", interval: "month", location: "AMS", startedAt: start },
    });
    const line = { kind: "recurring", description: "new.example", quantity: 1, unitMinor: 1000n } as const;
    const lines = [{ ...line, taxCategory: "standard", serviceId }];
    const invoice = await asJob(settled.id, start, (job) => issueInvoice(job, { currency: "EUR", lines, dueAt: due }));
    const order = await owner.order.create({ data: { ...of, contactId, serviceId, invoiceId: invoice?.id ?? "" } });
    await fixture.everyDay(start, dayOf(36), ["announce", "remind", "suspend"]);
    const standing = () => owner.service.findMany({ where: { accountId: settled.id }, orderBy: { name: "asc" } });
    expect((await standing()).map(({ status }) => status)).toEqual(["pending", "active"]);
    const reminders = await mailsOf(settled.id, "invoice-reminder");
    expect(reminders).toHaveLength(5);
    expect(reminders.map(({ text }) => text).join()).not.toContain("suspended on");
    // Once delivered, it is a debt like any other.
    await owner.order.update({ where: { id: order.id }, data: { status: "fulfilled" } });
    await fixture.run(dayOf(37), ["suspend"]);
    expect((await standing()).map(({ status }) => status)).toEqual(["pending", "suspended"]);
    await close(settled);
  });

  it("isn't suspended while a payment is in progress, and paying doesn't restore services suspended by staff", async () => {
    const settled = await fixture.addAccount({ services: [{ renewsAt: start }, { renewsAt: start }] });
    const { owner } = fixture.books;
    const [byStaff = ""] = settled.serviceIds;
    await owner.service.update({ where: { id: byStaff }, data: { status: "suspended" } });
    await fixture.run(start, ["renew"]);
    const invoice = await invoiceOf(settled.id);
    const paying = await asJob(settled.id, due, (job) =>
      reservePayment(job, {
        invoices: [{ id: invoice.id }],
        methodId: settled.methodId,
        origin: "person",
        payer: null,
      }),
    );
    await fixture.run(dayOf(40), ["suspend"]);
    expect(await owner.service.count({ where: { accountId: settled.id, status: "active" } })).toBe(1);
    await completePayment(settled.id, paying?.paymentId ?? "");
    await fixture.run(dayOf(41), ["suspend", "restore"]);
    expect(await owner.service.findUnique({ where: { id: byStaff } })).toMatchObject({ status: "suspended" });
    await close(settled);
  });
});

describe("an expiring card", () => {
  it("is announced once, a month before it expires", async () => {
    const settled = await fixture.addAccount();
    const { owner } = fixture.books;
    await owner.paymentMethod.update({ where: { id: settled.methodId }, data: { expMonth: 6, expYear: 2027 } });
    await fixture.run(new Date("2027-05-31T00:00:00Z"), ["tellOfCards"]);
    expect(await mailsOf(settled.id)).toEqual([]);
    for (const day of ["2027-06-01", "2027-06-02", "2027-07-01", "2027-09-01"]) {
      await fixture.run(new Date(`${day}T00:00:00Z`), ["tellOfCards"]);
    }
    const [mail, ...others] = await mailsOf(settled.id);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ subject: "Visa •••• 4242 expires soon", template: "card-expires", kind: "billing" });
    expect(mail?.text).toContain("30 June 2027");
    await close(settled);
  });
});
