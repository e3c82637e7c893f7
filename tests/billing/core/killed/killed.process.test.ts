import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import {
  openRenewalsFixture,
  type RenewalsFixture,
  type RenewingAccount,
} from "@/tests/billing/core/renewals/renewals-fixture";
import { header, mailbox } from "@/tests/platform/mail/mailbox";
import { end } from "@/tests/platform/mail/worker-process";
import { buildChild } from "./build-child";
import { holdAt, type Moment } from "./hold";
import { payAs } from "./pay-as";

// Each test starts a portal process, on a machine that may be busy.

let fixture: RenewalsFixture;
let program: Awaited<ReturnType<typeof buildChild>>;
const start = new Date("2027-05-01T00:00:00Z");
const due = addDays(start, 14);

beforeAll(async () => {
  [fixture, program] = await Promise.all([openRenewalsFixture(), buildChild()]);
});
beforeEach(async () => {
  const { owner } = fixture.books;
  // Each test has its own account; earlier ones are finished.
  await owner.account.updateMany({ data: { status: "closed", closedAt: start } });
  await owner.outboxMail.deleteMany();
});
afterAll(() => fixture.close());

function startChild(what: "pay" | "month" | "mail", argument = "", settings: object = {}): ChildProcess {
  return spawn(process.execPath, [...program.args, what, argument], {
    cwd: program.cwd,
    env: { ...process.env, ...program.env, DATABASE_URL: fixture.books.url, PORTAL_MODE: "test", ...settings },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Kills a process blocked at the point, and lets the next one pass. */
async function killAt(moment: Moment, start: () => ChildProcess): Promise<void> {
  const hold = await holdAt(fixture.books.url, moment);
  const child = start();
  const over = once(child, "exit").then(([code]) => {
    throw new Error(`The process exited with ${code} before reaching ${moment.when} on ${moment.on}.`);
  });
  over.catch(() => {});
  await Promise.race([hold.reached(), over]);
  expect(await end(child, "SIGKILL")).toBe("SIGKILL");
  await hold.lift();
}

async function finished(child: ChildProcess): Promise<void> {
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
}

/** Runs the scheduled jobs as a later worker would: now, and again once abandoned work can be resumed. */
async function nextWorker(now: Date): Promise<void> {
  for (const at of [now, new Date(now.getTime() + 300_000)]) expect((await fixture.run(at)).failures).toEqual([]);
}

async function onePaid({ id }: RenewingAccount): Promise<void> {
  const { owner } = fixture.books;
  expect((await fixture.charges(id)).map(({ status }) => status)).toEqual(["succeeded"]);
  const payments = await owner.payment.findMany({ where: { accountId: id }, include: { allocations: true } });
  expect(payments).toMatchObject([{ status: "succeeded", amountMinor: 1210n, allocations: [{ state: "applied" }] }]);
  expect(await owner.invoice.findMany({ where: { accountId: id } })).toMatchObject([
    { status: "paid", paidMinor: 1210n },
  ]);
  const cash = await owner.ledgerLine.findMany({ where: { accountId: id, ledgerAccount: "cash" } });
  expect(cash.map(({ amountMinor }) => amountMinor)).toEqual([1210n]);
  expect(await owner.outboxMail.count({ where: { accountId: id, template: "payment-news" } })).toBe(1);
}

/** The owner's open session, by its hash. */
async function sessionOf({ id }: RenewingAccount): Promise<string> {
  const { owner } = fixture.books;
  const account = await owner.account.findUniqueOrThrow({
    where: { id },
    select: { owner: { select: { personId: true } } },
  });
  const tokenHash = hashToken(newSecretToken());
  const session = { tokenHash, userAgent: "test", ip: "192.0.2.1", expiresAt: addDays(new Date(), 1) };
  await owner.session.create({ data: { ...session, personId: account.owner.personId ?? "" } });
  return tokenHash;
}

const reserved: Moment = { on: `"PaymentAllocation"`, when: "after insert" };
const ofACharge: readonly (readonly [string, Moment])[] = [
  ["before the reservation is committed", reserved],
  ["before the bank has saved the charge", { on: "sandbox.charge", when: "before insert" }],
  [
    "after the bank charged and before the result is saved",
    { on: `"Payment"`, when: "before update", if: "new.\"status\" = 'succeeded'" },
  ],
  [
    "after the payment is saved and before its invoice is",
    { on: `"Invoice"`, when: "before update", if: "new.\"status\" = 'paid'" },
  ],
  [
    "after everything is written and before the commit",
    { on: `"OutboxMail"`, when: "after insert", if: "new.\"template\" = 'payment-news'" },
  ],
];

describe("the web process, killed while a customer pays", () => {
  it.each(ofACharge)("%s: charges once and records one payment", async (_, moment) => {
    const settled = await fixture.addAccount({ services: [{ renewsAt: start }] });
    await fixture.run(start);
    const { owner } = fixture.books;
    const invoice = await owner.invoice.findFirstOrThrow({ where: { accountId: settled.id } });
    const sessionHash = await sessionOf(settled);
    const form = {
      sessionHash,
      accountId: settled.id,
      idempotencyKey: randomUUID(),
      input: { invoiceIds: [invoice.id], methodId: settled.methodId },
    };
    await killAt(moment, () => startChild("pay", JSON.stringify(form)));
    await nextWorker(start);
    // The browser resubmits the same form.
    await payAs(form);
    await onePaid(settled);
  });
});

describe("the worker, killed while charging", () => {
  it.each(ofACharge)("%s: charges once and records one payment", async (_, moment) => {
    const settled = await fixture.addAccount({ autopay: "success", services: [{ renewsAt: start }] });
    await fixture.run(start);
    await fixture.at(due);
    await killAt(moment, () => startChild("month"));
    await nextWorker(due);
    await onePaid(settled);
  });
});

describe("the worker, killed while invoicing", () => {
  it.each([
    ["after the lines are written", { on: `"InvoiceLine"`, when: "after insert" }],
    ["after the number is taken", { on: `"NumberSeries"`, when: "after update" }],
    ["after the ledger is posted", { on: `"LedgerLine"`, when: "after insert" }],
    [
      "before the service moves on",
      { on: `"Service"`, when: "before update", if: `new."renewsAt" is distinct from old."renewsAt"` },
    ],
    [
      "after the invoice is marked as emailed and before the email is queued",
      { on: `"OutboxMail"`, when: "before insert", if: "new.\"template\" = 'invoice-issued'" },
    ],
  ] as const satisfies readonly (readonly [string, Moment])[])(
    "%s: issues one invoice per period without a gap",
    async (_, moment) => {
      const { owner } = fixture.books;
      const settled = await fixture.addAccount({ services: [{ renewsAt: start }, { renewsAt: start }] });
      await fixture.at(start);
      await killAt(moment, () => startChild("month"));
      await nextWorker(start);
      const lines = await owner.invoiceLine.findMany({ where: { accountId: settled.id } });
      expect(lines.map(({ serviceId }) => serviceId).sort()).toEqual([...settled.serviceIds].sort());
      expect(await owner.invoice.count({ where: { accountId: settled.id } })).toBe(1);
      expect(await owner.outboxMail.count({ where: { accountId: settled.id, template: "invoice-issued" } })).toBe(1);
      const numbers = (await owner.invoice.findMany())
        .map(({ number }) => Number(number?.slice(-5)))
        .sort((a, b) => a - b);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    },
  );
});

describe("the worker, killed while sending email", () => {
  it.each([
    [
      "before the email is claimed",
      { on: `"OutboxMail"`, when: "before update", if: `new."claimedAt" is not null` },
      1,
    ],
    [
      "after the mail server accepted it and before that is saved",
      { on: `"OutboxMail"`, when: "before update", if: "new.\"status\" = 'sent'" },
      2,
    ],
  ] as const satisfies readonly (readonly [string, Moment, number])[])(
    "%s: delivers the email at most twice, under the same Message-ID",
    async (_, moment, times) => {
      const box = await mailbox();
      const settled = await fixture.addAccount({ services: [{ renewsAt: start }] });
      await fixture.run(start);
      await killAt(moment, () => startChild("mail", "", { SMTP_URL: box.url }));
      // The killed process's lease has expired.
      await fixture.books.owner.outboxMail.updateMany({ data: { nextTryAt: new Date(0) } });
      await finished(startChild("mail", "", { SMTP_URL: box.url }));
      const mails = await fixture.books.owner.outboxMail.findMany({ where: { accountId: settled.id } });
      expect(mails).toMatchObject([{ status: "sent" }]);
      const ids = box.messages.map((message) => header(message, "Message-ID"));
      expect(ids).toEqual(Array.from({ length: times }, () => mails[0]?.messageId));
      await box.close();
    },
  );
});
