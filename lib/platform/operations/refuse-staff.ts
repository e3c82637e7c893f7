import { currentBrand } from "@/lib/platform/brand/current-brand";
import { isStaff } from "@/lib/platform/db/is-staff";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";

interface Known {
  readonly email: string;
  readonly personId: string | null;
}

const cannot = async () => `${(await currentBrand()).name} staff can't have access to a customer's account.`;

/** Throws `conflict` if a contact who is about to get or regain access is on staff. */
export async function refuseStaff(db: ScopedDb, { email, personId }: Known): Promise<void> {
  if (await isStaff(db, email, personId))
    throw new Problem("conflict", `${email} belongs to our team. ${await cannot()}`);
}

/** Throws `invalid` at `email` if the address being invited belongs to staff. */
export async function refuseStaffAddress(db: ScopedDb, email: string): Promise<void> {
  if (await isStaff(db, email)) throw invalidField("email", `This address belongs to our team. ${await cannot()}`);
}
