import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { runJobs } from "@/lib/jobs/run-jobs";
import { scheduledJobs } from "@/lib/jobs/scheduled-jobs";
import { businessNow } from "@/lib/platform/db/business-clock";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays } from "@/lib/platform/kernel/dates";
import { openRenewalsFixture, type RenewalsFixture, type RenewingAccount } from "./renewals-fixture";

let fixture: RenewalsFixture;
let accounts: RenewingAccount[];
const start = new Date("2027-05-01T00:00:00Z");

beforeAll(async () => {
  fixture = await openRenewalsFixture();
});
afterAll(() => fixture.close());

/** Accounts of every kind: with and without automatic payment, with a card that is declined and one whose answer is lost. */
beforeEach(async () => {
  accounts = [];
  for (const autopay of ["success", "declined", "silent", undefined] as const) {
    for (let twin = 0; twin < 3; twin++) {
      accounts.push(
        await fixture.addAccount({ ...(autopay && { autopay }), services: [{ renewsAt: start }, { renewsAt: start }] }),
      );
    }
  }
});

/** All that the jobs leave behind for these accounts, in figures. */
async function traces() {
  const { owner } = fixture.books;
  const where = { accountId: { in: accounts.map(({ id }) => id) } };
  const charges = await Promise.all(accounts.map(({ id }) => fixture.charges(id)));
  return {
    invoices: await owner.invoice.count({ where }),
    lines: await owner.invoiceLine.count({ where }),
    mails: await owner.outboxMail.count({ where }),
    payments: await owner.payment.count({ where }),
    charges: charges.flat().length,
    reminders: await owner.invoiceReminder.count({ where }),
    entries: await owner.ledgerEntry.count({ where }),
    suspended: await owner.service.count({ where: { ...where, suspendedForDebt: true } }),
    versions: await owner.service.aggregate({ where, _sum: { version: true } }),
  };
}

/** The days of a month on which something is to be done. */
const days = [0, 11, 14, 15, 17, 19, 21, 28, 36].map((day) => addDays(start, day));

it("each job run twice does once what it does once", async () => {
  for (const day of days) {
    await fixture.run(day);
    // What a gateway did not answer is left for later: settle it before comparing.
    await fixture.run(new Date(day.getTime() + 300_000));
    const once = await traces();
    for (const job of scheduledJobs) {
      expect(await runBatch(job, await businessNow()), `${job.name} on ${day.toISOString()}`).toEqual({
        done: 0,
        failures: [],
      });
    }
    expect(await traces()).toEqual(once);
  }
  expect(await traces()).toMatchObject({ invoices: 24, suspended: 12 });
});

it("three workers at once do together what one does", async () => {
  const alone = accounts;
  for (const day of days) {
    await fixture.run(day);
    await fixture.run(new Date(day.getTime() + 300_000));
  }
  const once = await traces();
  accounts = [];
  for (const autopay of ["success", "declined", "silent", undefined] as const) {
    for (let twin = 0; twin < 3; twin++) {
      accounts.push(
        await fixture.addAccount({ ...(autopay && { autopay }), services: [{ renewsAt: start }, { renewsAt: start }] }),
      );
    }
  }
  expect(accounts.length).toBe(alone.length);
  for (const day of days) {
    for (const at of [day, new Date(day.getTime() + 300_000)]) {
      await fixture.at(at);
      const now = await businessNow();
      await Promise.all([runJobs(now), runJobs(now), runJobs(now)]);
    }
  }
  expect(await traces()).toEqual(once);
});

it("an account that cannot be renewed keeps nobody else waiting, and is named", async () => {
  const { owner } = fixture.books;
  const [broken, ...others] = accounts;
  await owner.service.updateMany({ where: { accountId: broken?.id ?? "" }, data: { nextPlan: { nonsense: true } } });
  const { failures } = await fixture.run(start, ["renew"]);
  expect(failures).toHaveLength(1);
  expect(failures[0]).toContain(`renew, account ${broken?.id}`);
  expect(await owner.invoice.count({ where: { accountId: { in: others.map(({ id }) => id) } } })).toBe(others.length);
  expect(await owner.monthRun.findFirst({ orderBy: { startedAt: "desc" } })).toMatchObject({
    did: { renew: others.length },
    failures,
  });
});
