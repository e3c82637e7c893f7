import { expect } from "vitest";
import { chargeInvoice, chargesDue } from "@/lib/billing/core/dunning/charge-invoice";
import { restoreAfterDebt, suspendForDebt } from "@/lib/billing/core/dunning/suspend-for-debt";
import { renewAccount } from "@/lib/billing/core/renewals/renew-account";
import { schedule } from "@/lib/billing/core/renewals/schedule";
import { endingsDue, endService } from "@/lib/services/services/end-service";
import * as plain from "./plan-acts";
import type { World } from "./plan-model";
import { type Customer, reserved, settle } from "./plan-pay";

/** The month's jobs on one account, in the order in which a run does them, on both sides. */
export async function runJobs(customer: Customer, world: World): Promise<void> {
  const { account } = customer;
  const { now } = world;
  plain.endAndRenew(world);
  await account.at(now, async (job) => {
    const own = { accountId: account.id };
    const ending = await job.db.service.findMany({ where: { AND: [endingsDue(now), own] }, select: { id: true } });
    for (const { id } of ending) await endService(job, id);
    await renewAccount(job, schedule());
  });
  if (customer.autopay !== "off") await charge(customer, world);
  plain.stopOrRestore(world);
  await account.at(now, async (job) => {
    await restoreAfterDebt(job, schedule());
    await suspendForDebt(job, schedule());
  });
}

/** What the model charges is what the portal finds to charge: no more, no less. */
async function charge(customer: Customer, world: World): Promise<void> {
  const { account, autopay } = customer;
  const { now } = world;
  const found = await account.at(now, (job) =>
    job.db.invoice.findMany({
      where: { AND: [chargesDue(now), { accountId: account.id }] },
      orderBy: { number: "asc" },
    }),
  );
  const due = plain.toCharge(world);
  expect(due).toHaveLength(found.length);
  for (const [index, invoice] of due.entries()) {
    // One that was issued just now has no id in the model yet.
    invoice.id = found[index]?.id ?? "";
    const paymentId = await account.at(now, (job) => chargeInvoice(job, invoice.id, schedule()));
    expect(paymentId).not.toBeNull();
    const payment = reserved(world, invoice, paymentId ?? "", invoice.total - invoice.paid - invoice.credited);
    await settle(customer, world, payment, autopay === "failed" ? "failed" : "succeeded");
  }
}
