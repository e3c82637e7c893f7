import { type KnownLogin, loginOf } from "@/lib/platform/db/login-of";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { refuseStaffAddress } from "@/lib/platform/operations/refuse-staff";
import type { NewAccount } from "./new-account";

type Owner = Pick<NewAccount, "ownerName" | "ownerEmail" | "locale" | "timeZone">;

/**
 * The login of an account's new owner: the one with this address, or a new one without a password. Throws `invalid` at
 * `ownerEmail` for staff, a suspended login, and one whose address is unconfirmed, because it could belong to someone else.
 */
export async function ownerLogin(db: ScopedDb, owner: Owner): Promise<KnownLogin> {
  const { ownerEmail: email, ownerName: name, locale, timeZone } = owner;
  await refuseStaffOwner(db, email);
  // Waits for a parallel creation of the same login and then finds it.
  await db.person.createMany({ data: { email, name, locale, timeZone }, skipDuplicates: true });
  const login = await loginOf(db, email);
  if (login === null) throw new Problem("conflict", t("This person's email address was just changed. Try again."));
  const refusal = refusalOf(login);
  if (refusal !== null) throw invalidField("ownerEmail", refusal);
  return login;
}

/** Why a login can't become an owner; null if it can. */
export function refusalOf({ name, hasPassword, verified, suspended }: KnownLogin): string | null {
  if (suspended) return t("{name}'s login is suspended.", { name });
  if (hasPassword && !verified) return t("{name} must sign in to the portal and confirm this address first.", { name });
  return null;
}

async function refuseStaffOwner(db: ScopedDb, email: string): Promise<void> {
  try {
    await refuseStaffAddress(db, email);
  } catch (error) {
    if (error instanceof Problem && error.code === "invalid") throw invalidField("ownerEmail", error.detail);
    throw error;
  }
}
