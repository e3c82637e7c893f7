import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";

/**
 * A team member to change. Throws `not-found`, and `conflict` for oneself: nobody assigns roles to themselves, and as
 * managers are only changed by other managers, one always remains.
 */
export async function knownColleague({ db, actor }: Context, personId: string) {
  const found = await db.staffMember.findUnique({
    where: { personId },
    select: { roles: true, person: { select: { name: true } } },
  });
  if (found === null) throw notFound(t("Team member not found."));
  if (personId === actor.personId)
    throw new Problem("conflict", t("You can't change your own staff roles. Ask another manager."));
  return found;
}
