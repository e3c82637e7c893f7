import type { ContactKind, ContactStatus } from "@/lib/platform/db/generated/enums";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { refuseStaffAddress } from "@/lib/platform/operations/refuse-staff";
import type { AccessPlan } from "@/lib/policy/access-plan";
import { canSome } from "@/lib/policy/evaluate";
import { type Giver, limitsOf, writeGrants } from "./write-access";

interface NewContact {
  readonly kind: ContactKind;
  readonly status: ContactStatus;
  readonly name: string;
  /** Lower case, as normalised by `emailAddress`. */
  readonly email: string;
  readonly next: AccessPlan;
  readonly by: Giver;
}

/**
 * Adds a contact with the planned access and returns its id. Check `roleChange` first and hold the account's lock.
 * Throws `invalid` at `email` if the address is already on the account, or belongs to staff and the contact would sign
 * in.
 */
export async function createContact(context: Context<"account">, plan: NewContact): Promise<string> {
  const { db, account } = context;
  const { kind, status, name, email, next, by } = plan;
  const accountId = account.id;
  await refuseKnownAddress(context, email);
  if (kind === "member") await refuseStaffAddress(db, email);
  const { id: contactId } = await db.contact.create({
    data: { accountId, kind, status, name, email, ...limitsOf(next) },
    select: { id: true },
  });
  await writeGrants(db, { accountId, contactId, next, by });
  return contactId;
}

/**
 * Throws `invalid` at `email` if the address is already on the account. Whose it is, only viewers who can see members
 * read (docs/decisions/0016-names-for-those-who-see-members.md).
 */
export async function refuseKnownAddress({ db, account, viewer }: Context<"account">, email: string): Promise<void> {
  const where = { accountId: account.id, email, status: { not: "removed" } } as const;
  const known = await db.contact.findFirst({ where, select: { name: true, kind: true, status: true } });
  if (known === null) return;
  if (!canSome(viewer, "people.members.view"))
    throw invalidField("email", t("Someone with this address is already on this account."));
  throw invalidField("email", knownAs(known));
}

function knownAs({ name, kind, status }: { name: string; kind: ContactKind; status: ContactStatus }): string {
  if (kind === "nonMember") return t("{name} already gets notifications for this account with this address.", { name });
  if (status === "invited") return t("{name} already has been invited to this account with this address.", { name });
  return t("{name} already is on this account with this address.", { name });
}
