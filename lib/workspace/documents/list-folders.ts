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
import { readBeginnings } from "./read-beginnings";
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
    if (asked.q || asked.folderId !== undefined) return listPlace(context, asked, await placeOf(context, asked));
    const top = await context.db.folder.findFirst({
      where: livingFolders(context, "documents.view", { parentId: null }),
      select: { id: true },
    });
    // For whoever sees every folder these are the ones in it, which are read by their index.
    if (top !== null && can(context.viewer, "documents.view", ON_NO_LIST))
      return listPlace(context, asked, { parentId: top.id });
    const page = await readBeginnings(context, asked, top?.id ?? null);
    return { ...page, items: await presentFolders(context, page.items) };
  },
});

/** A folder on whose list nobody is. Whoever sees that one sees all but those from which they are recused, with all that is below them. */
const ON_NO_LIST = { governing: { access: [] }, recusals: [] };

type Asked = z.output<typeof input>;

async function placeOf({ db }: Context<"account">, { folderId, q }: Asked): Promise<Prisma.FolderWhereInput> {
  if (q) return { AND: [{ parentId: { not: null } }, await namesLike(db, "folder", q)] };
  return folderId === undefined ? {} : { parentId: folderId };
}

async function listPlace(context: Context<"account">, asked: Asked, place: Prisma.FolderWhereInput) {
  const where = livingFolders(context, "documents.view", place);
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
}
