import { isCheckViolation } from "@/lib/platform/db/check-violation";
import type { KnownLogin } from "@/lib/platform/db/login-of";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { keptPostalCode } from "@/lib/platform/kernel/address/postal-code";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { NewAccount } from "./new-account";
import { ownerLogin } from "./owner-login";

export interface OpenedAccount {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly owner: KnownLogin & { readonly email: string };
}

/**
 * Creates an account with its owner. The owner is an active contact from the first moment, as the database demands of
 * every account: with a new login that can't sign in until its address is confirmed by setting a password.
 */
export async function openAccount(
  db: ScopedDb,
  { ownerName, ownerEmail, locale, timeZone, ...given }: NewAccount,
  reference: string | null = null,
): Promise<OpenedAccount> {
  const login = await ownerLogin(db, { ownerName, ownerEmail, locale, timeZone });
  const ownerContactId = crypto.randomUUID();
  const { id, number, name } = await db.account.create({
    data: {
      ...given,
      reference,
      ownerContactId,
      legalName: given.legalName === "" ? given.name : given.legalName,
      postalCode: keptPostalCode(given.country, given.postalCode),
    },
    select: { id: true, number: true, name: true },
  });
  const seat = { id: ownerContactId, accountId: id, personId: login.id, kind: "member", status: "active" } as const;
  await notStaff(() => db.contact.createMany({ data: { ...seat, name: login.name, email: ownerEmail } }));
  return { id, number, name, owner: { ...login, email: ownerEmail } };
}

/** Throws `conflict` if the owner joined the team in the meantime. */
async function notStaff(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isCheckViolation(error)) throw error;
    throw new Problem("conflict", t("This person has just joined our team. Choose another owner."));
  }
}
