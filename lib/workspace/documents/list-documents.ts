import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { id } from "@/lib/platform/kernel/ids";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { livingDocuments } from "@/lib/workspace/core/living-documents";
import { requireFolder } from "./folder-record";
import { namesLike } from "./names-like";
import { presentDocument } from "./present-document";
import { fileItem } from "./schema";
import { withFolders } from "./with-folders";

const orders = {
  position: (sort) => [{ position: sort }],
  name: (sort) => [{ nameSearch: sort }],
  updated: (sort) => [{ updatedAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.DocumentOrderByWithRelationInput[]>;

const input = z.object({
  folderId: id.optional().describe("The files in this folder; without it all that the viewer sees"),
  q: z.string().trim().max(200).optional().describe("Part of the name"),
  ...cursorInput,
  ...sortInput(orders, "position", "asc"),
});

/** Files that the viewer may see, in a folder or found by name. */
export const listDocuments = defineQuery({
  name: "documents.list",
  permission: "documents.view",
  scope: "account",
  summary: "List files: of a folder, or found by name",
  activity: "view files",
  input,
  output: cursorPageOf(fileItem),
  http: { method: "GET", path: "/accounts/{accountId}/documents" },
  run: async (context, asked) => {
    const place = await placeOf(context, asked);
    const where = livingDocuments(context, place);
    // Of a folder that is asked about itself every file is counted: asking again for each is most of the work.
    const inFolder = { accountId: context.account.id, deletedAt: null, ...place };
    const countedWhere = asked.folderId === undefined ? where : inFolder;
    const list = keysetList("documents.list", orders, asked);
    const select = list.select({
      ...{ id: true, name: true, version: true, uploadedByName: true, updatedAt: true },
    } satisfies Prisma.DocumentSelect);
    const [found, total] = await Promise.all([
      list.read((part) => context.db.document.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.document.count({ where: countedWhere, ...countedBy({ position: "asc" }) }),
      asked.folderId !== undefined && requireFolder(context, asked.folderId),
    ]);
    const page = list.page(found, total);
    const items = await withFolders(context, page.items);
    return { ...page, items: items.map((row) => presentDocument(context, row)) };
  },
});

async function placeOf(context: Context<"account">, { folderId, q }: z.output<typeof input>) {
  const parts: Prisma.DocumentWhereInput[] = [];
  if (folderId !== undefined) parts.push({ folderId });
  if (q) parts.push(await namesLike(context.db, "document", q));
  return { AND: parts };
}
