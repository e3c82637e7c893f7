import { randomUUID } from "node:crypto";
import { type Behaviour, sandboxMethodRef } from "@/lib/billing/gateways/sandbox/test-methods";
import { type JobRun, runJobs } from "@/lib/jobs/run-jobs";
import { businessNow } from "@/lib/platform/db/business-clock";
import type { BillingInterval } from "@/lib/platform/db/generated/enums";
import { type Books, openBooks } from "@/tests/billing/core/books";

export interface ServicePlan {
  readonly renewsAt: Date;
  readonly interval?: BillingInterval;
  readonly billingDay?: number;
  readonly priceMinor?: number;
  readonly name?: string;
}

/** A seller, a product, and accounts with services and cards, on a database and a clock of their own. */
export interface RenewalsFixture {
  readonly books: Books;
  /** Another product; its id. */
  product(slug: string, name: string): Promise<string>;
  /** An account with that many services. Without a card it pays by hand. */
  addAccount(plan?: { autopay?: Behaviour; services?: readonly ServicePlan[] }): Promise<RenewingAccount>;
  /** Sets the business clock. */
  at(now: Date): Promise<void>;
  /** Sets the business clock and runs the month's jobs. */
  run(now: Date, jobs?: readonly string[]): Promise<JobRun>;
  /** Every day from one to another, both included. */
  everyDay(from: Date, until: Date, jobs?: readonly string[]): Promise<void>;
  /** What the sandbox bank has taken, a charge a row. */
  charges(accountId: string): Promise<{ status: string }[]>;
  close(): Promise<void>;
}

export interface RenewingAccount {
  readonly id: string;
  readonly methodId: string;
  readonly serviceIds: readonly string[];
}

const DAY_MS = 86_400_000;

export async function openRenewalsFixture(): Promise<RenewalsFixture> {
  const books = await openBooks();
  const { owner } = books;
  const product = async (slug: string, name: string) =>
    (await owner.product.create({ data: { slug, name, description: "", family: "Servers" }, select: { id: true } })).id;
  const productId = await product("vps", "Virtual server");

  async function at(now: Date): Promise<void> {
    const shiftMs = BigInt(now.getTime() - Date.now());
    await owner.clockShift.upsert({ where: { id: 1 }, create: { id: 1, shiftMs }, update: { shiftMs } });
  }

  async function run(now: Date, jobs?: readonly string[]): Promise<JobRun> {
    await at(now);
    return runJobs(await businessNow(), jobs);
  }

  return {
    books,
    product,
    at,
    run,
    async addAccount({ autopay, services = [] } = {}) {
      const { id, methodId } = await books.account();
      await owner.account.update({ where: { id }, data: { autopay: autopay !== undefined } });
      await owner.paymentMethod.update({
        where: { id: methodId },
        data: { gatewayRef: sandboxMethodRef(autopay ?? "success", methodId) },
      });
      await owner.gatewayCustomer.create({ data: { accountId: id, gateway: "sandbox", gatewayRef: `sbc_${id}` } });
      const rows = services.map(({ renewsAt, ...plan }, index) => ({
        id: randomUUID(),
        accountId: id,
        productId,
        name: `server-${index}.example`,
        status: "active" as const,
        priceMinor: BigInt(plan.priceMinor ?? 1000),
        currency: "EUR",
        interval: plan.interval ?? ("month" as const),
        billingDay: plan.billingDay ?? renewsAt.getUTCDate(),
        location: "AMS",
        startedAt: renewsAt,
        renewsAt,
      }));
      await owner.service.createMany({ data: rows });
      return { id, methodId, serviceIds: rows.map((row) => row.id) };
    },
    async everyDay(from, until, jobs) {
      for (let day = from.getTime(); day <= until.getTime(); day += DAY_MS) await run(new Date(day), jobs);
    },
    charges: (accountId) =>
      owner.$queryRaw<{ status: string }[]>`select c.status from sandbox.charge c
        join "Payment" p on p."id"::text = c.key::text where p."accountId" = ${accountId}::uuid`,
    close: () => books.close(),
  };
}
