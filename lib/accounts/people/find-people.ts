import type { Prisma } from "@/lib/platform/db/generated/client";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { type SearchedWord, searchAccount } from "@/lib/platform/operations/search-account";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";
import { can } from "@/lib/policy/evaluate";

const columns = { id: true, name: true, email: true, kind: true, jobTitle: true } as const;

/** Finds people by name, and by email address or job title if the viewer may see their details. */
export async function findPeople(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const { db, account, viewer } = context;
  const search = await searchAccount(db, q, ["name", "details"], (word) => matches(context, word));
  const found = await db.contact.findMany({
    where: { AND: [{ status: { not: "removed" } }, search] },
    select: columns,
    orderBy: [{ nameSearch: "asc" }, { id: "asc" }],
    take: MOST_OF_A_KIND,
  });
  return found.map(({ id, name, email, kind, jobTitle }) => {
    const details = kind === "member" ? "people.members.view-details" : "people.non-members.view-details";
    return {
      kind: t("People"),
      title: name,
      subtitle: can(viewer, details) ? email : (jobTitle ?? (kind === "member" ? t("Member") : t("Non-member"))),
      href: `/a/${account.id}/people/${id}`,
    };
  });
}

function matches(context: Context, word: SearchedWord): Prisma.ContactWhereInput[] {
  const name = word.rows("name") ?? { nameSearch: word.part };
  const details = word.rows("details") ?? { detailsSearch: word.part };
  const member = { kind: "member" as const };
  const nonMember = { kind: "nonMember" as const };
  return [
    accessibleWhere(context, "people.members.view", { ...member, ...name }),
    accessibleWhere(context, "people.members.view-details", { ...member, ...details }),
    accessibleWhere(context, "people.non-members.view", { ...nonMember, ...name }),
    accessibleWhere(context, "people.non-members.view-details", { ...nonMember, ...details }),
  ];
}
