import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

/** An interest that the viewer may see. Throws `not-found` for all others. */
export async function knownInterest(context: Context, id: string) {
  const where = accessibleWhere(context, "decisions.interests.view", { id });
  const found = await context.db.interest.findFirst({ where, select: { id: true, contactId: true } });
  if (found === null) throw interestNotFound();
  return found;
}

export const interestNotFound = () => notFound(t("Interest not found."));
