import type { ContactKind, ContactStatus } from "@/lib/platform/db/generated/enums";
import { invalidField, type Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { refuseStaffAddress } from "@/lib/platform/operations/refuse-staff";
import type { AccessPlan } from "@/lib/policy/access-plan";
import { canSome } from "@/lib/policy/evaluate";
import { type Giver, giveGrants, limitsOf } from "./write-access";

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
  const { kind, email } = plan;
  await refuseKnownAddress(context, email);
  if (kind === "member") await refuseStaffAddress(context.db, email);
  const [created] = await createContacts(context, [plan]);
  return idOf(created?.contactId);
}

interface Created {
  readonly contactId: string;
  readonly email: string;
}

/** Adds contacts, each with another address, and checks nothing: what `createContact` throws must have been ruled out. */
export async function createContacts(
  { db, account }: Context<"account">,
  plans: readonly NewContact[],
): Promise<Created[]> {
  const accountId = account.id;
  const rows = await db.contact.createManyAndReturn({
    data: plans.map(({ kind, status, name, email, next }) => ({
      ...{ accountId, kind, status, name, email },
      ...limitsOf(next),
    })),
    select: { id: true, email: true },
  });
  const ids = new Map(rows.map(({ id, email }) => [email, id]));
  const created = plans.map((plan) => ({ ...plan, contactId: idOf(ids.get(plan.email)) }));
  await giveGrants(
    db,
    created.map(({ contactId, next, by }) => ({ accountId, contactId, next, by })),
  );
  return created.map(({ contactId, email }) => ({ contactId, email }));
}

/** Without its id a contact would have no access, and their invitation nobody: then none is added. */
function idOf(contactId: string | undefined): string {
  if (contactId === undefined) throw new Error("The database returned no row for a new contact.");
  return contactId;
}

/**
 * Throws `invalid` at `email` if the address is already on the account. Whose it is, only viewers who can see members
 * read (docs/decisions/0016-names-for-those-who-see-members.md).
 */
export async function refuseKnownAddress(context: Context<"account">, email: string): Promise<void> {
  const known = (await knownAddresses(context, [email])).get(email);
  if (known) throw knownAddress(context, known);
}

/** Who is already on the account with one of the addresses, by address. */
export async function knownAddresses(
  { db, account }: Context<"account">,
  emails: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  const rows = await db.contact.findMany({
    where: { accountId: account.id, email: { in: [...emails] }, status: { not: "removed" } },
    select: { email: true, name: true, kind: true, status: true },
  });
  return new Map(rows.map((row) => [row.email, row]));
}

/** `invalid` at `email`: it is already on the account. */
export function knownAddress({ viewer }: Context<"account">, known: Known): Problem {
  if (!canSome(viewer, "people.members.view"))
    return invalidField("email", t("Someone with this address is already on this account."));
  return invalidField("email", knownAs(known));
}

interface Known {
  readonly name: string;
  readonly kind: ContactKind;
  readonly status: ContactStatus;
}

function knownAs({ name, kind, status }: Known): string {
  if (kind === "nonMember") return t("{name} already gets notifications for this account with this address.", { name });
  if (status === "invited") return t("{name} already has been invited to this account with this address.", { name });
  return t("{name} already is on this account with this address.", { name });
}
