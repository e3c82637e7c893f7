import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";
import { livingDocuments, livingFolders } from "@/lib/workspace/core/living-documents";
import { nameOfFolder } from "./folder-record";
import { namesLike } from "./names-like";

/** Files by name, last changed first. */
export async function findDocuments(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const found = await context.db.document.findMany({
    where: livingDocuments(context, await namesLike(context.db, "document", q)),
    select: { id: true, name: true, folder: { select: { name: true, parentId: true } } },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: MOST_OF_A_KIND,
  });
  return found.map(({ id, name, folder }) => ({
    kind: t("Files"),
    title: name,
    subtitle: nameOfFolder(folder),
    href: `/a/${context.account.id}/documents/files/${id}`,
  }));
}

/** Folders by name. */
export async function findFolders(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const found = await context.db.folder.findMany({
    where: livingFolders(context, "documents.view", {
      AND: [{ parentId: { not: null } }, await namesLike(context.db, "folder", q)],
    }),
    select: { id: true, name: true },
    orderBy: [{ nameSearch: "asc" }, { id: "asc" }],
    take: MOST_OF_A_KIND,
  });
  return found.map(({ id, name }) => ({
    kind: t("Folders"),
    title: name,
    href: `/a/${context.account.id}/documents/${id}`,
  }));
}
