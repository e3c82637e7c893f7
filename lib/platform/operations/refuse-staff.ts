import { currentBrand } from "@/lib/platform/brand/current-brand";
import { isStaff } from "@/lib/platform/db/is-staff";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

interface Known {
  readonly email: string;
  readonly personId: string | null;
}

/** Throws `conflict` if a contact who is about to get or regain access is on staff. */
export async function refuseStaff(db: ScopedDb, { email, personId }: Known): Promise<void> {
  if (!(await isStaff(db, email, personId))) return;
  const { name: company } = await currentBrand();
  throw new Problem(
    "conflict",
    t("{email} belongs to our team. {company} staff can't have access to a customer's account.", { email, company }),
  );
}

/** Throws `invalid` at `email` if the address being invited belongs to staff. */
export async function refuseStaffAddress(db: ScopedDb, email: string): Promise<void> {
  if (await isStaff(db, email)) throw await staffAddress();
}

/** `invalid` at `email`: it belongs to staff. */
export async function staffAddress(): Promise<Problem> {
  const { name: company } = await currentBrand();
  const message = t("This address belongs to our team. {company} staff can't have access to a customer's account.", {
    company,
  });
  return invalidField("email", message);
}
