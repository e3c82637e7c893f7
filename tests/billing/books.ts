import { randomUUID } from "node:crypto";
import { asJob, type Job } from "@/lib/db/door";
import { type Behaviour, sandboxMethodRef } from "@/lib/gateways/sandbox/test-methods";
import { buildAccount } from "@/prisma/seed/builders/account";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { freshDatabase } from "../support/database";

export interface Books {
  readonly url: string;
  readonly owner: OwnerDatabase;
  /** An account with a card of the sandbox. */
  account(plan?: AccountPlan): Promise<BookedAccount>;
  close(): Promise<void>;
}

interface AccountPlan {
  readonly country?: string;
  readonly vatId?: string;
  /** Of its card, at the sandbox. */
  readonly behaviour?: Behaviour;
}

export interface BookedAccount {
  readonly id: string;
  readonly methodId: string;
  /** One transaction on its money, at a moment. */
  at<T>(now: Date, work: (job: Job) => Promise<T>): Promise<T>;
}

/** An empty database with a seller in the Netherlands and two tax rates, and nothing owed to anybody. */
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
    account: (plan) => bookedAccount(owner, plan),
    async close() {
      await owner.$disconnect();
      await database.drop();
    },
  };
}

async function bookedAccount(
  owner: OwnerDatabase,
  { behaviour = "success", ...plan }: AccountPlan = {},
): Promise<BookedAccount> {
  const mark = randomUUID().slice(0, 13);
  const { id } = await buildAccount(owner, {
    number: `C-${mark}`,
    name: `Customer ${mark}`,
    owner: { email: `owner@${mark}.example`, name: "Olga Owner" },
    ...plan,
  });
  const method = await owner.paymentMethod.create({
    data: {
      accountId: id,
      kind: "card",
      gateway: "sandbox",
      gatewayRef: sandboxMethodRef(behaviour, mark),
      brand: "Visa",
      last4: "4242",
      expMonth: 12,
      expYear: 2099,
      holder: "Olga Owner",
      isDefault: true,
    },
    select: { id: true },
  });
  return {
    id,
    methodId: method.id,
    async at(now, work) {
      const done = await asJob(id, now, async (job) => ({ value: await work(job) }));
      if (done === null) throw new Error("The account is gone.");
      return done.value;
    },
  };
}
