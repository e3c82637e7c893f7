import { randomUUID } from "node:crypto";
import { type Behaviour, sandboxMethodRef } from "@/lib/billing/gateways/sandbox/test-methods";
import { asJob, type Job } from "@/lib/platform/db/transaction";
import { accountRows } from "@/prisma/seed/builders/account";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { personRow } from "@/prisma/seed/builders/person";
import { freshDatabase } from "@/tests/fixtures/database";

export interface Books {
  readonly url: string;
  readonly owner: OwnerDatabase;
  /** An account with a sandbox card. */
  account(plan?: AccountPlan): Promise<BookedAccount>;
  /** Many accounts, created in bulk. */
  accounts(count: number): Promise<BookedAccount[]>;
  close(): Promise<void>;
}

interface AccountPlan {
  readonly country?: string;
  readonly vatId?: string;
  /** The card's ref at the sandbox. */
  readonly behaviour?: Behaviour;
}

export interface BookedAccount {
  readonly id: string;
  readonly methodId: string;
  /** Runs one transaction on the account's money at a given time. */
  at<T>(now: Date, work: (job: Job) => Promise<T>): Promise<T>;
}

/** An empty database with a seller in the Netherlands and two tax rates, without any invoices. */
export async function openBooks(): Promise<Books> {
  const database = await freshDatabase();
  process.env.DATABASE_URL = database.url;
  const owner = ownerDatabase(database.url);
  await owner.legalEntity.create({
    data: { name: "Seller B.V.", lines: ["Quay 1", "1000 AA Amsterdam"], country: "NL", isDefault: true },
  });
  const validFrom = new Date("2000-01-01T00:00:00Z");
  await owner.taxRate.createMany({
    data: [
      { country: "NL", category: "standard", name: "VAT", basisPoints: 2100, validFrom },
      { country: "NL", category: "reduced", name: "VAT", basisPoints: 900, validFrom },
      { country: "DE", category: "standard", name: "MwSt.", basisPoints: 1900, validFrom },
    ],
  });
  return {
    url: database.url,
    owner,
    account: async (plan = {}) => {
      const [one] = await bookedAccounts(owner, [plan]);
      if (one === undefined) throw new Error("The account was not created.");
      return one;
    },
    accounts: (count) => bookedAccounts(owner, new Array<AccountPlan>(count).fill({})),
    async close() {
      await owner.$disconnect();
      await database.drop();
    },
  };
}

async function bookedAccounts(owner: OwnerDatabase, plans: readonly AccountPlan[]): Promise<BookedAccount[]> {
  const rows = await Promise.all(plans.map(rowsOf));
  await owner.$transaction([
    owner.person.createMany({ data: rows.map(({ person }) => person) }),
    owner.account.createMany({ data: rows.map(({ account }) => account) }),
    owner.contact.createMany({ data: rows.map(({ contact }) => contact) }),
    owner.paymentMethod.createMany({ data: rows.map(({ method }) => method) }),
  ]);
  return rows.map(({ account: { id }, method }) => ({
    id,
    methodId: method.id,
    async at(now, work) {
      const done = await asJob(id, now, async (job) => ({ value: await work(job) }));
      if (done === null) throw new Error("The account was not found.");
      return done.value;
    },
  }));
}

async function rowsOf({ behaviour = "success", ...plan }: AccountPlan) {
  const mark = randomUUID().slice(0, 13);
  const holder = { email: `owner@${mark}.example`, name: "Olga Owner" };
  const person = { id: randomUUID(), ...(await personRow(holder)) };
  const { account, contact } = accountRows(
    { number: `C-${mark}`, name: `Customer ${mark}`, owner: holder, ...plan },
    person.id,
  );
  const method = {
    id: randomUUID(),
    accountId: account.id,
    kind: "card" as const,
    gateway: "sandbox" as const,
    gatewayRef: sandboxMethodRef(behaviour, mark),
    brand: "Visa",
    last4: "4242",
    expMonth: 12,
    expYear: 2099,
    holder: holder.name,
    isDefault: true,
  };
  return { person, account, contact, method };
}
