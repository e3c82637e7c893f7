import { hash } from "@node-rs/argon2";
import type { StaffRole } from "@/lib/platform/db/generated/enums";
import type { OwnerDatabase } from "./owner-database";

/** The default password. */
export const DEMO_PASSWORD = "portcullis-demo";

let demoHash: Promise<string> | undefined;

interface PersonPlan {
  readonly email: string;
  readonly name: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly verifiedAt?: Date | null;
  readonly staff?: { readonly roles: StaffRole[]; readonly jobTitle: string };
}

/** A person who can sign in with the demo password. Returns their id; reuses a person with that address. */
export async function buildPerson(db: OwnerDatabase, plan: PersonPlan): Promise<string> {
  const { id } = await db.person.upsert({
    where: { email: plan.email },
    update: {},
    create: {
      ...(await personRow(plan)),
      staff: plan.staff ? { create: { roles: plan.staff.roles, jobTitle: plan.staff.jobTitle } } : undefined,
    },
    select: { id: true },
  });
  return id;
}

/** The row of a person, for inserting many at once. */
export async function personRow(plan: Omit<PersonPlan, "staff">) {
  demoHash ??= hash(DEMO_PASSWORD);
  return {
    email: plan.email,
    name: plan.name,
    passwordHash: await demoHash,
    emailVerifiedAt: plan.verifiedAt === undefined ? new Date("2024-09-02T08:00:00Z") : plan.verifiedAt,
    locale: plan.locale ?? "en-GB",
    timeZone: plan.timeZone ?? "Europe/Amsterdam",
  };
}
