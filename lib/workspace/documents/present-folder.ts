import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { type FolderRow, nameOfFolder } from "./folder-record";
import type { FolderItem } from "./schema";

type Shown = Pick<FolderRow, "id" | "name" | "parentId" | "governingId" | "createdAt">;

interface Governing {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly viewOnly: boolean;
  readonly people: number;
}

/** The folders with the sentence of their access: the people of each list are counted once. */
export async function presentFolders(context: Context<"account">, rows: readonly Shown[]): Promise<FolderItem[]> {
  if (rows.length === 0) return [];
  const [found, usage] = await Promise.all([
    governingOf(context, [...new Set(rows.map(({ governingId }) => governingId))]),
    usageOf(
      context,
      rows.map(({ id }) => id),
    ),
  ]);
  const governing = new Map(found.map((one) => [one.id, one]));
  const used = new Map(usage.map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const by = governing.get(row.governingId);
    return by ? [present(row, by, used.get(row.id))] : [];
  });
}

interface Used {
  readonly id: string;
  readonly files: number;
  readonly bytes: bigint;
}

/** What is in each of these folders itself, as the database keeps it. */
const usageOf = ({ db, account }: Context<"account">, ids: readonly string[]) =>
  queryRows<Used>(
    db,
    sql`select "folderId" as "id", "files", "bytes" from "FolderUsage"
      where "accountId" = ${account.id}::uuid and "folderId" = any(${ids}::uuid[])`,
  );

/** The folders whose lists apply, with how many are on each as `membersOnly` says: one statement, as every list of folders needs it. */
const governingOf = ({ db, account }: Context<"account">, ids: readonly string[]) =>
  queryRows<Governing>(
    db,
    sql`select f."id", f."name", f."parentId", f."viewOnly", (
      select count(*) from "FolderAccess" a join "Contact" c on c."id" = a."contactId"
      where a."accountId" = f."accountId" and a."folderId" = f."id" and c."kind" = 'member' and c."status" in ('active', 'invited')
    )::int as "people" from "Folder" f where f."accountId" = ${account.id}::uuid and f."id" = any(${ids}::uuid[])`,
  );

const present = (row: Shown, governing: Governing, used: Used | undefined): FolderItem => ({
  id: row.id,
  name: nameOfFolder(row),
  files: used?.files ?? 0,
  bytes: Number(used?.bytes ?? 0),
  access: {
    kind: row.governingId === row.id ? "own" : "inherited",
    from: { id: row.governingId, name: nameOfFolder(governing) },
    people: governing.people,
    viewOnly: governing.viewOnly,
  },
  createdAt: iso(row.createdAt),
});
