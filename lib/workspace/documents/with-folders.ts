import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import type { Context } from "@/lib/platform/operations/operation";
import type { ShownDocument } from "./present-document";

interface Found {
  readonly id: string;
  readonly folderId: string;
  readonly folderName: string;
  readonly parentId: string | null;
  readonly viewOnly: boolean;
  readonly size: number;
  readonly contentType: string;
}

/** Files of a list with their folders and contents: in one statement, where relations would be three. */
export async function withFolders<Row extends { readonly id: string }>(
  { db, account }: Context<"account">,
  rows: readonly Row[],
): Promise<(Row & Pick<ShownDocument, "folder" | "file">)[]> {
  if (rows.length === 0) return [];
  const found = await queryRows<Found>(
    db,
    sql`select d."id", o."id" as "folderId", o."name" as "folderName", o."parentId", g."viewOnly", s."size", s."contentType"
      from "Document" d
      join "Folder" o on o."accountId" = d."accountId" and o."id" = d."folderId"
      join "Folder" g on g."accountId" = o."accountId" and g."id" = o."governingId"
      join "StoredFile" s on s."accountId" = d."accountId" and s."id" = d."fileId"
      where d."accountId" = ${account.id}::uuid and d."id" = any(${rows.map(({ id }) => id)}::uuid[])`,
  );
  const byId = new Map(found.map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const one = byId.get(row.id);
    if (one === undefined) return [];
    const { folderId, folderName, parentId, viewOnly, size, contentType } = one;
    const folder = { id: folderId, name: folderName, parentId, governing: { viewOnly } };
    return [{ ...row, folder, file: { size, contentType } }];
  });
}
