import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";

/**
 * Throws `invalid` on `field` if one of these contacts was removed from the account. Attendees of a meeting that is over stay
 * attendees, but nothing new is given to them: docs/decisions/0143.
 */
export async function refuseRemoved(
  { db, account }: Context<"account">,
  field: string,
  contactIds: readonly string[],
): Promise<void> {
  if (contactIds.length === 0) return;
  const gone = await db.contact.findFirst({
    where: { accountId: account.id, id: { in: [...contactIds] }, status: "removed" },
    select: { name: true },
  });
  if (gone !== null) throw invalidField(field, t("{name} was removed from this account.", { name: gone.name }));
}
