import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { id } from "@/lib/platform/kernel/ids";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { livingFolders } from "@/lib/workspace/core/living-documents";
import { requireFolder } from "./folder-record";
import { namesLike } from "./names-like";
import { presentFolders } from "./present-folder";
import { folderItem } from "./schema";

const orders = {
  position: (sort) => [{ position: sort }],
  name: (sort) => [{ nameSearch: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.FolderOrderByWithRelationInput[]>;

const input = z.object({
  folderId: id.optional().describe("The folders in this one; without it those at which the viewer's access begins"),
  q: z.string().trim().max(200).optional().describe("Part of the name: of all folders that the viewer sees"),
  ...cursorInput,
  ...sortInput(orders, "position", "asc"),
});

/** Folders that the viewer may see: in a folder, found by name, or those that lead into what they see. */
export const listFolders = defineQuery({
  name: "folders.list",
  permission: "documents.view",
  scope: "account",
  summary: "List the folders in a folder, or find folders by name",
  activity: "view folders",
  input,
  output: cursorPageOf(folderItem),
  http: { method: "GET", path: "/accounts/{accountId}/folders" },
  run: async (context, asked) => {
    const where = livingFolders(context, "documents.view", await placeOf(context, asked));
    const list = keysetList("folders.list", orders, asked);
    const columns = { id: true, name: true, parentId: true, governingId: true, createdAt: true };
    const select = list.select(columns satisfies Prisma.FolderSelect);
    const [found, total] = await Promise.all([
      list.read((part) => context.db.folder.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.folder.count({ where, ...countedBy({ position: "asc" }) }),
      asked.folderId !== undefined && !asked.q && requireFolder(context, asked.folderId),
    ]);
    const page = list.page(found, total);
    return { ...page, items: await presentFolders(context, page.items) };
  },
});

/** A folder on whose list nobody is. Whoever sees that one sees all but those from which they are recused, with all that is below them. */
const ON_NO_LIST = { governing: { access: [] }, recusals: [] };

async function placeOf(context: Context<"account">, { folderId, q }: z.output<typeof input>) {
  const { db, viewer } = context;
  if (q) return { AND: [{ parentId: { not: null } }, await namesLike(db, "folder", q)] };
  if (folderId !== undefined) return { parentId: folderId };
  const top = await db.folder.findFirst({
    where: livingFolders(context, "documents.view", { parentId: null }),
    select: { id: true },
  });
  // What has no list of its own is seen by whoever sees the folder above it.
  const begins: Prisma.FolderWhereInput = {
    ...{ parentId: { not: null }, ownList: true },
    NOT: { parent: { is: livingFolders(context) } },
  };
  if (top === null) return begins;
  const belowTop = { parentId: top.id };
  return can(viewer, "documents.view", ON_NO_LIST) ? belowTop : { OR: [belowTop, begins] };
}
