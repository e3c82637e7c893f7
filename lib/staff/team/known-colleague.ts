import { notFound, Problem } from "@/lib/platform/kernel/problem";
import type { Context } from "@/lib/platform/operations/operation";

/**
 * A colleague who is to be changed. Throws `not-found`, and `conflict` for oneself: nobody gives themselves roles, and
 * as long as managers are changed by other managers one is always left.
 */
export async function knownColleague({ db, actor }: Context, personId: string) {
  const found = await db.staffMember.findUnique({
    where: { personId },
    select: { roles: true, person: { select: { name: true } } },
  });
  if (found === null) throw notFound("There is no such colleague.");
  if (personId === actor.personId)
    throw new Problem("conflict", "Your own place on the team is another manager's to change.");
  return found;
}
