import { randomUUID } from "node:crypto";
import type { AccountStatus } from "@/lib/db/generated/enums";
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

/** An account with its owner: the two point at each other, so they are made in one transaction. */
export async function buildAccount(db: OwnerDatabase, plan: AccountPlan): Promise<BuiltAccount> {
  const { owner, ...account } = plan;
  const personId = await buildPerson(db, owner);
  const built = { id: randomUUID(), ownerContactId: randomUUID() };
  const createdAt = plan.createdAt ?? new Date("2024-09-02T08:00:00Z");
  await db.$transaction([
    db.account.createMany({
      data: {
        ...built,
        legalName: plan.name,
        addressLine1: "Harbour Road 1",
        postalCode: "3011 AA",
        city: "Rotterdam",
        country: "NL",
        currency: "EUR",
        ...account,
        createdAt,
      },
    }),
    db.contact.createMany({
      data: {
        id: built.ownerContactId,
        accountId: built.id,
        personId,
        kind: "member",
        status: "active",
        name: owner.name,
        email: owner.email,
        emailVerifiedAt: createdAt,
        jobTitle: owner.jobTitle ?? null,
        createdAt,
      },
    }),
  ]);
  return built;
}
