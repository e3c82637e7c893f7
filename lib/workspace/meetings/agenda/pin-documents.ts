import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import type { PinnedDocument } from "./agenda-snapshot";

/**
 * Notes for each document attached to a locked meeting the version it has now, and returns them by item; those of the meeting
 * as a whole under null. What is deleted can't be opened any more, and is left out.
 */
export async function pinDocuments(
  { db, account }: Context<"account">,
  { id: meetingId }: Pick<MeetingRow, "id">,
): Promise<ReadonlyMap<string | null, PinnedDocument[]>> {
  const rows = await queryRows<PinnedDocument & { readonly itemId: string | null }>(
    db,
    sql`update "DocumentAttachment" a set "version" = d."version" from "Document" d
      where a."accountId" = ${account.id}::uuid and a."meetingId" = ${meetingId}::uuid
        and d."accountId" = a."accountId" and d."id" = a."documentId" and d."deletedAt" is null
      returning a."id", a."itemId", a."documentId", a."version", a."addedByName"`,
  );
  const byItem = new Map<string | null, PinnedDocument[]>();
  for (const { itemId, ...pinned } of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    byItem.set(itemId, [...(byItem.get(itemId) ?? []), pinned]);
  return byItem;
}
