import type { Prisma } from "@/lib/platform/db/generated/client";
import { planAnew } from "@/lib/platform/db/plan-anew";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_PARTICIPANTS } from "./schema";

/** A member of the account who can take part in the workspace. */
export interface Participant {
  /** Of the contact. */
  readonly id: string;
  readonly name: string;
  /** Job title, to tell people of the same name apart. */
  readonly detail: string | null;
}

/**
 * The members a form offers, or those of them who meet a condition, by name: those who can sign in and those who are
 * invited to. The operation declares `alsoChecks: ["people.members.view"]`.
 */
export async function participants(
  context: Context<"account">,
  which?: Prisma.ContactWhereInput,
): Promise<Participant[]> {
  // Planned for an average account, a group or list with everybody of a large one is compared with each of them.
  if (which !== undefined) planAnew(context.db);
  const found = await context.db.contact.findMany({
    where: accessibleWhere(context, "people.members.view", { AND: [inTheWorkspace, which ?? {}] }),
    select: { id: true, name: true, jobTitle: true },
    orderBy: [{ nameSearch: "asc" }, { id: "asc" }],
    take: MOST_PARTICIPANTS,
  });
  return found.map(({ id, name, jobTitle }) => ({ id, name, detail: jobTitle }));
}

/**
 * The chosen members with their names, each once and by name. Throws `invalid` on `field` if one of them is not a member of
 * the account, or no longer.
 */
export async function chosenParticipants(
  context: Context<"account">,
  field: string,
  ids: readonly string[],
): Promise<Participant[]> {
  const wanted = [...new Set(ids)];
  const found = await context.db.contact.findMany({
    where: accessibleWhere(context, "people.members.view", { AND: [inTheWorkspace, { id: { in: wanted } }] }),
    select: { id: true, name: true, jobTitle: true },
    orderBy: [{ nameSearch: "asc" }, { id: "asc" }],
  });
  if (found.length < wanted.length) throw invalidField(field, t("Choose people from this account."));
  return found.map(({ id, name, jobTitle }) => ({ id, name, detail: jobTitle }));
}

const inTheWorkspace = {
  kind: "member" as const,
  status: { in: ["active" as const, "invited" as const] },
};
