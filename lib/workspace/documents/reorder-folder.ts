import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { type FolderRow, noFolder, refuseTop, visibleFolder } from "./folder-record";
import { lockTree } from "./lock-tree";
import { between } from "./reorder";
import { spreadFolders } from "./spread";

/** Puts a folder one place up or down among the folders around it, or at the beginning or end. */
export const reorderFolder = defineCommand({
  name: "folders.reorder",
  permission: "documents.folders.reorder",
  scope: "account",
  summary: "Change the place of a folder among those around it",
  activity: "reorder folders",
  input: z.object({ folderId: id, to: z.enum(["up", "down", "first", "last"]) }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/folders/{folderId}/reorder" },
  run: async (context, { folderId, to }) => {
    const { db, account } = context;
    await lockTree(db, account.id);
    const folder = await visibleFolder(context, folderId);
    await authorize(context, "documents.folders.reorder", folder);
    refuseTop(folder);
    const position = (await placeFor(context, folder, to)) ?? (await afterSpreading(context, folderId, to));
    const where = accessibleWhere(context, "documents.folders.reorder", { id: folderId, deletedAt: null });
    const { count } = await db.folder.updateMany({ where, data: { position } });
    if (count === 0) throw noFolder();
    return {
      output: { id: folderId },
      audit: {
        summary: say("Moved the folder “{name}” to another place in its list", { name: folder.name }),
        target: { type: "folder", id: folderId },
      },
    };
  },
});

type To = "up" | "down" | "first" | "last";

async function afterSpreading(context: Context<"account">, folderId: string, to: To): Promise<number> {
  const { parentId } = await visibleFolder(context, folderId);
  await spreadFolders(context.db, context.account.id, parentId ?? "");
  return (await placeFor(context, await visibleFolder(context, folderId), to)) ?? 0;
}

/** The next two on the side it goes to: it goes in between. */
async function placeFor({ db, account }: Context<"account">, folder: FolderRow, to: To): Promise<number | null> {
  const up = to === "up" || to === "first";
  const side = { position: folder.position, id: folder.id };
  const beyond = up
    ? { OR: [{ position: { lt: side.position } }, { position: side.position, id: { lt: side.id } }] }
    : { OR: [{ position: { gt: side.position } }, { position: side.position, id: { gt: side.id } }] };
  const near = to === "up" || to === "down";
  const direction = up === near ? ("desc" as const) : ("asc" as const);
  const [first, second] = await db.folder.findMany({
    where: { accountId: account.id, parentId: folder.parentId, deletedAt: null, ...beyond },
    select: { id: true, position: true },
    orderBy: [{ position: direction }, { id: direction }],
    take: near ? 2 : 1,
  });
  if (first === undefined) return folder.position;
  return up ? between(second, first) : between(first, second);
}
