import { randomUUID } from "node:crypto";
import type { AccountStatus } from "@/lib/platform/db/generated/enums";
import type { OwnerDatabase } from "./owner-database";
import { buildPerson } from "./person";

interface AccountPlan {
  readonly number: string;
  readonly name: string;
  readonly legalName?: string;
  readonly vatId?: string;
  readonly addressLine1?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly country?: string;
  readonly phone?: string;
  readonly currency?: string;
  readonly status?: AccountStatus;
  readonly createdAt?: Date;
  readonly closedAt?: Date;
  readonly owner: { readonly email: string; readonly name: string; readonly jobTitle?: string };
}

export interface BuiltAccount {
  readonly id: string;
  readonly ownerContactId: string;
}

/** An account with its owner: they reference each other, so they are created in one transaction. */
export async function buildAccount(db: OwnerDatabase, plan: AccountPlan): Promise<BuiltAccount> {
  const { account, contact } = accountRows(plan, await buildPerson(db, plan.owner));
  await db.$transaction([db.account.createMany({ data: account }), db.contact.createMany({ data: contact })]);
  return { id: account.id, ownerContactId: contact.id };
}

/** The rows of an account and its owner's contact, for inserting many at once. */
export function accountRows({ owner, ...plan }: AccountPlan, personId: string) {
  const createdAt = plan.createdAt ?? new Date("2024-09-02T08:00:00Z");
  const account = {
    id: randomUUID(),
    ownerContactId: randomUUID(),
    legalName: plan.name,
    addressLine1: "Harbour Road 1",
    postalCode: "3011 AA",
    city: "Rotterdam",
    country: "NL",
    currency: "EUR",
    ...plan,
    createdAt,
  };
  const contact = {
    id: account.ownerContactId,
    accountId: account.id,
    personId,
    kind: "member" as const,
    status: "active" as const,
    name: owner.name,
    email: owner.email,
    emailVerifiedAt: createdAt,
    jobTitle: owner.jobTitle ?? null,
    createdAt,
  };
  return { account, contact };
}
