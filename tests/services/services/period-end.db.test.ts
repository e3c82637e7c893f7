import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { issueCreditNote } from "@/lib/billing/core/credits/issue-credit-note";
import { post } from "@/lib/billing/core/ledger/post";
import { renewAccount } from "@/lib/billing/core/renewals/renew-account";
import { schedule } from "@/lib/billing/core/renewals/schedule";
import { runJobs } from "@/lib/jobs/run-jobs";
import { asJob } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { orderService } from "@/lib/services/orders/order-service";
import { cancelService } from "@/lib/services/services/cancel-service";
import { endService } from "@/lib/services/services/end-service";
import { previewCancellation } from "@/lib/services/services/preview-cancellation";
import { undoCancellation } from "@/lib/services/services/undo-cancellation";
import { viewService } from "@/lib/services/services/view-service";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { withoutTokens } from "@/tests/fixtures/without-tokens";
import { pay } from "@/tests/services/orders/pay";

const NAME = "ending.northwind.example";
const OWNER = "owner@northwind.example";

let portal: TestPortal;
let northwind: string;
let productId: string;
let serviceId: string;

beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
  productId = (await portal.owner.product.findUniqueOrThrow({ where: { slug: "vps-m" } })).id;
});
beforeEach(async () => {
  const input = { productId, term: "month" as const, name: NAME };
  ({ serviceId } = await execute(await portal.as(OWNER), northwind, orderService, input));
  await portal.owner.outboxMail.deleteMany();
});
afterEach(payOut);
afterAll(() => portal.close());

/** What a test leaves as account credit would pay for the next one's order. */
async function payOut(): Promise<void> {
  const amountMinor = await creditOf();
  const side = { currency: "EUR", amountMinor };
  await asJob(northwind, new Date(), (job) =>
    post(job, {
      kind: "refundPaid",
      source: `test:${randomUUID()}`,
      memo: "Paid out",
      lines: [
        { ...side, ledgerAccount: "customerCredit" },
        { ...side, ledgerAccount: "cash", amountMinor: -amountMinor },
      ],
    }),
  );
}

const invoiceOf = async () => {
  const order = await portal.owner.order.findFirstOrThrow({
    where: { serviceId },
    include: { invoice: { include: { creditNotes: true } } },
  });
  if (order.invoice === null) throw new Error("The order has no invoice.");
  return order.invoice;
};
/** Paid so long ago that eleven days of the period have begun. */
const paid = async () => pay(portal, (await invoiceOf()).id, new Date(Date.now() - 10 * 86_400_000 - 300_000));
const now = () => portal.owner.service.findUniqueOrThrow({ where: { id: serviceId } });
const cancel = async (input: object) =>
  execute(await portal.as(OWNER), northwind, cancelService, { serviceId, confirmName: NAME, version: 2, ...input });
const undo = async (version: number) =>
  execute(await portal.as(OWNER), northwind, undoCancellation, { serviceId, version });
const endAt = (at: Date) => asJob(northwind, at, (job) => endService(job, serviceId));
const creditOf = async () => {
  const where = { accountId: northwind, ledgerAccount: "customerCredit" as const };
  return -((await portal.owner.ledgerLine.aggregate({ where, _sum: { amountMinor: true } }))._sum.amountMinor ?? 0n);
};

describe("cancelling now", () => {
  it("credits the unused days including tax, as previewed", async () => {
    await paid();
    const before = await creditOf();
    const { unused, openInvoices } = await execute(await portal.as(OWNER), northwind, previewCancellation, {
      serviceId,
    });
    const { periodStart, renewsAt } = await now();
    const days = Math.round(((renewsAt?.getTime() ?? 0) - (periodStart?.getTime() ?? 0)) / 86_400_000);
    const net = 2490 - Math.round((2490 * 11) / days);
    expect(unused).toEqual({
      daysLeft: days - 11,
      daysIn: days,
      credited: { amountMinor: Math.round(net * 1.21), currency: "EUR" },
    });
    expect(openInvoices.map(({ id }) => id)).not.toContain((await invoiceOf()).id);
    await cancel({ when: "now" });
    expect((await invoiceOf()).creditNotes).toMatchObject([
      { totalMinor: BigInt(unused?.credited.amountMinor ?? 0), appliedMinor: 0n, reason: "Service cancelled" },
    ]);
    expect(await creditOf()).toBe(before + BigInt(unused?.credited.amountMinor ?? 0));
  });

  it("credits the current period and one invoiced ahead, as previewed", async () => {
    await paid();
    const { renewsAt: second } = await now();
    await asJob(northwind, new Date(), (job) => renewAccount(job, { ...schedule(), leadDays: 25 }));
    const { periodStart, renewsAt, version } = await now();
    expect(periodStart).toEqual(second);
    const { unused } = await execute(await portal.as(OWNER), northwind, previewCancellation, { serviceId });
    const begun = (await invoiceOf()).paidAt ?? new Date();
    const days = (from: Date | null, until: Date | null) =>
      Math.round(((until?.getTime() ?? 0) - (from?.getTime() ?? 0)) / 86_400_000);
    const first = days(begun, periodStart);
    expect(unused).toMatchObject({ daysLeft: first - 11 + days(periodStart, renewsAt) });
    await cancel({ version });
    const notes = await portal.owner.creditNote.findMany({
      where: { invoice: { lines: { some: { serviceId } } } },
      include: { lines: true },
    });
    const lines = notes.flatMap((note) => note.lines).map(({ totalMinor }) => Number(totalMinor));
    expect(lines.sort((a, b) => a - b)).toEqual([2490 - Math.round((2490 * 11) / first), 2490]);
    expect(unused?.credited.amountMinor).toBe(notes.reduce((sum, { totalMinor }) => sum + Number(totalMinor), 0));
  });

  it("reduces an invoice that is still open, and names it in the preview", async () => {
    const at = addDays(new Date(), -10);
    await portal.owner.service.update({
      where: { id: serviceId },
      data: {
        status: "active",
        startedAt: at,
        periodStart: at,
        billingDay: at.getUTCDate(),
        renewsAt: addDays(at, 30),
      },
    });
    await portal.owner.order.updateMany({ where: { serviceId }, data: { status: "fulfilled" } });
    const seen = await execute(await portal.as(OWNER), northwind, previewCancellation, { serviceId });
    const invoice = await invoiceOf();
    expect(seen.openInvoices).toEqual([
      { id: invoice.id, number: invoice.number, due: { amountMinor: 3013, currency: "EUR" } },
    ]);
    await cancel({ when: "now", version: 1 });
    const credited = BigInt(seen.unused?.credited.amountMinor ?? 0);
    expect(credited).toBeGreaterThan(0n);
    expect(await invoiceOf()).toMatchObject({ status: "open", creditedMinor: credited, paidMinor: 0n });
  });

  it("never credits twice what accounting has already credited", async () => {
    await paid();
    const { id } = await invoiceOf();

    await asJob(northwind, new Date(), (job) =>
      issueCreditNote(job, {
        invoiceId: id,
        lines: [{ description: "Goodwill", netMinor: 2490n, taxBasisPoints: 2100 }],
        reason: "Goodwill",
        issuedByName: "Accounting",
      }),
    );
    const seen = await execute(await portal.as(OWNER), northwind, previewCancellation, { serviceId });
    expect(seen.unused).toBeNull();
    await cancel({ when: "now" });
    expect((await invoiceOf()).creditNotes).toHaveLength(1);
  });
});

describe("cancelling at the end of the period", () => {
  beforeEach(paid);

  it("keeps the service running, credits nothing and notifies service contacts", async () => {
    const { renewsAt } = await now();
    expect(await cancel({ when: "periodEnd", reason: "Moved" })).toMatchObject({
      status: "active",
      endsAt: renewsAt?.toISOString(),
      version: 3,
    });
    expect(await now()).toMatchObject({ status: "active", cancelAtPeriodEnd: true, cancelReason: "Moved", renewsAt });
    expect((await invoiceOf()).creditNotes).toEqual([]);
    const shown = await execute(await portal.as(OWNER), northwind, viewService, { serviceId });
    expect(shown).toMatchObject({ renewsAt: null, endsAt: renewsAt?.toISOString() });
    const mails = await portal.owner.outboxMail.findMany({ where: { template: "service-cancelled" } });
    expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual(
      ["administrator", "billing-support", "owner", "support"].map((who) => `${who}@northwind.example`),
    );
    for (const { html, subject } of mails) {
      expect(subject).toContain("ends on");
      expect(withoutTokens(html)).not.toMatch(/€|EUR|24\.90|30\.13/);
    }
    expect((await problemOf(cancel({ when: "periodEnd", version: 3 }))).code).toBe("conflict");
  });

  it("can be undone once, and only by the owner", async () => {
    await cancel({ when: "periodEnd" });
    for (const who of ["administrator", "billing", "support"]) {
      const caller = await portal.as(`${who}@northwind.example`);
      const refused = await problemOf(execute(caller, northwind, undoCancellation, { serviceId, version: 3 }));
      expect(refused).toMatchObject({ code: "refused", extra: { permission: "services.cancel" } });
    }
    const results = await Promise.allSettled([undo(3), undo(3), undo(3)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await now()).toMatchObject({ cancelAtPeriodEnd: false, cancelReason: null, version: 4 });
    expect(await endAt(addDays(new Date(), 90))).toBe(false);
  });

  it("can still be changed to an immediate cancellation", async () => {
    await cancel({ when: "periodEnd" });
    await cancel({ when: "now", version: 3 });
    expect(await now()).toMatchObject({ status: "cancelled", cancelAtPeriodEnd: false });
    expect((await invoiceOf()).creditNotes).toHaveLength(1);
  });

  it("ends the service once, when the period is over", async () => {
    await cancel({ when: "periodEnd", reason: "Moved" });
    await portal.owner.outboxMail.deleteMany();
    const renewsAt = (await now()).renewsAt ?? new Date();
    expect(await endAt(new Date(renewsAt.getTime() - 1))).toBe(false);
    const results = await Promise.all([endAt(renewsAt), endAt(renewsAt), endAt(renewsAt)]);
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await now()).toMatchObject({
      status: "cancelled",
      cancelledAt: renewsAt,
      cancelReason: "Moved",
      renewsAt: null,
    });
    expect(await portal.owner.outboxMail.count({ where: { toAddress: OWNER } })).toBe(1);
    expect((await invoiceOf()).creditNotes).toEqual([]);
  });
});

it("is ended by the scheduled jobs and no longer invoiced", async () => {
  await paid();
  await cancel({ when: "periodEnd" });
  const renewsAt = (await now()).renewsAt ?? new Date();
  const run = await runJobs(renewsAt, ["end", "renew"]);
  expect(run.failures).toEqual([]);
  expect((await now()).status).toBe("cancelled");
  expect(await portal.owner.invoiceLine.count({ where: { serviceId } })).toBe(1);
});

it("is rejected for a service that awaits its first payment", async () => {
  const problem = await problemOf(cancel({ when: "periodEnd", version: 1 }));
  expect(problem).toMatchObject({ code: "invalid", extra: { fields: { when: [expect.any(String)] } } });
  expect((await now()).status).toBe("pending");
});
