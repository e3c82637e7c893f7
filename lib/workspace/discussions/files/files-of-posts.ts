import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { type AttachmentRow, presentAttachment } from "@/lib/platform/files/present-attachment";
import type { Attachment } from "@/lib/platform/files/schema";
import { groupBy } from "@/lib/platform/kernel/group-by";
import type { Context } from "@/lib/platform/operations/operation";

type Row = AttachmentRow["file"] & { readonly id: string; readonly replyId: string };

/** The files of these posts, in order: in one statement. */
export async function filesOfPosts(
  { db, account }: Context<"account">,
  replyIds: readonly string[],
): Promise<ReadonlyMap<string, Attachment[]>> {
  if (replyIds.length === 0) return new Map();
  const rows = await queryRows<Row>(
    db,
    sql`select a."replyId", a."id", f."name", f."size", f."contentType", f."scan"::text as "scan", f."thumbnail"::text as "thumbnail"
      from "DiscussionAttachment" a join "StoredFile" f on f."accountId" = a."accountId" and f."id" = a."fileId"
      where a."accountId" = ${account.id}::uuid and a."replyId" = any (${replyIds}::uuid[]) order by a."replyId", a."position"`,
  );
  const files = groupBy(rows, ({ replyId }) => replyId);
  return new Map(
    [...files].map(([replyId, ofPost]) => [replyId, ofPost.map(({ id, ...file }) => presentAttachment({ id, file }))]),
  );
}
