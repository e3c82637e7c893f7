import { env } from "@/lib/platform/config/env";
import { isStaff } from "@/lib/platform/db/is-staff";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";

interface Known {
  readonly email: string;
  readonly personId: string | null;
}

const cannot = () => `${env().COMPANY_NAME} staff can't have access to a customer's account.`;

/** Throws `conflict` where a contact who is to get access, or to get it back, is one of staff. */
export async function refuseStaff(db: ScopedDb, { email, personId }: Known): Promise<void> {
  if (await isStaff(db, email, personId)) throw new Problem("conflict", `${email} belongs to our team. ${cannot()}`);
}

/** Throws `invalid` beside `email` where the address somebody is to be invited at is that of one of staff. */
export async function refuseStaffAddress(db: ScopedDb, email: string): Promise<void> {
  if (await isStaff(db, email)) throw invalidField("email", `This address belongs to our team. ${cannot()}`);
}
