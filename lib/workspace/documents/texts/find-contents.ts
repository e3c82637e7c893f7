import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { excerptOf } from "@/lib/platform/kernel/excerpt";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";
import { contentsLike, textWords } from "@/lib/workspace/core/contents-like";
import { livingDocuments } from "@/lib/workspace/core/living-documents";

/** How much of a text is read for its excerpt: around the place in its searched form, which is a little shorter. */
const AROUND = 2_000;

/** Files by what is written in their newest version, last changed first. */
export async function findContents(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const words = textWords(q);
  if (words === null) return [];
  const found = await context.db.document.findMany({
    where: livingDocuments(
      context,
      await contentsLike(context.db, "document", words, (textSearch) => ({
        file: { is: { text: { is: { textSearch } } } },
      })),
    ),
    select: { id: true, name: true, fileId: true },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: MOST_OF_A_KIND,
  });
  const excerpts = await excerptsOf(
    context,
    found.map(({ fileId }) => fileId),
    words,
  );
  return found.map(({ id, name, fileId }) => ({
    kind: t("Text in files"),
    title: name,
    subtitle: excerpts.get(fileId) ?? "",
    href: `/a/${context.account.id}/documents/files/${id}`,
  }));
}

/** Of files that the viewer may see. */
async function excerptsOf({ db, account }: Context<"account">, fileIds: readonly string[], words: readonly string[]) {
  if (fileIds.length === 0) return new Map<string, string>();
  const first = words[0] ?? "";
  const rows = await queryRows<{ fileId: string; near: string; searched: string }>(
    db,
    sql`select "fileId", substr("text", greatest(1, place - ${AROUND}::int), ${2 * AROUND}::int) as near,
        substr("textSearch", greatest(1, place - 60), 200) as searched
      from (select "fileId", "text", "textSearch", strpos("textSearch", ${first}) as place from "FileText"
        where "accountId" = ${account.id}::uuid and "fileId" = any(${[...fileIds]}::uuid[])) as texts`,
  );
  return new Map(
    rows.map(({ fileId, near, searched }) => [fileId, excerptOf(near, words) ?? excerptOf(searched, words) ?? ""]),
  );
}
