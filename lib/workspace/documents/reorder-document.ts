import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { type DocumentRow, noFile, visibleDocument } from "./document-record";
import { lockTree } from "./lock-tree";
import { between } from "./reorder";
import { spreadFiles } from "./spread";

type To = "up" | "down" | "first" | "last";

/** Puts a file one place up or down in its folder, or at the beginning or end. */
export const reorderDocument = defineCommand({
  name: "documents.reorder",
  permission: "documents.files.reorder",
  scope: "account",
  summary: "Change the place of a file in its folder",
  activity: "reorder files",
  input: z.object({ documentId: id, to: z.enum(["up", "down", "first", "last"]) }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/documents/{documentId}/reorder" },
  run: async (context, { documentId, to }) => {
    const { db, account } = context;
    await lockTree(db, account.id);
    const document = await visibleDocument(context, documentId);
    await authorize(context, "documents.files.reorder", document);
    const position = (await placeFor(context, document, to)) ?? (await afterSpreading(context, document, to));
    const where = accessibleWhere(context, "documents.files.reorder", {
      AND: [{ id: documentId }, { deletedAt: null }],
    });
    const { count } = await db.document.updateMany({ where, data: { position } });
    if (count === 0) throw noFile();
    return {
      output: { id: documentId },
      audit: {
        summary: say("Moved “{name}” to another place in its folder", { name: document.name }),
        target: { type: "document", id: documentId },
      },
    };
  },
});

async function afterSpreading(context: Context<"account">, { id: documentId, folderId }: DocumentRow, to: To) {
  await spreadFiles(context.db, context.account.id, folderId);
  return (await placeFor(context, await visibleDocument(context, documentId), to)) ?? 0;
}

/** Between the next two on the side it goes to, or beyond all of them. */
async function placeFor({ db, account }: Context<"account">, document: DocumentRow, to: To): Promise<number | null> {
  const { id: documentId, position, folderId } = document;
  const up = to === "up" || to === "first";
  const beyond = up
    ? { OR: [{ position: { lt: position } }, { position, id: { lt: documentId } }] }
    : { OR: [{ position: { gt: position } }, { position, id: { gt: documentId } }] };
  const near = to === "up" || to === "down";
  const direction = up === near ? ("desc" as const) : ("asc" as const);
  const [first, second] = await db.document.findMany({
    where: { accountId: account.id, folderId, deletedAt: null, ...beyond },
    select: { id: true, position: true },
    orderBy: [{ position: direction }, { id: direction }],
    take: near ? 2 : 1,
  });
  if (first === undefined) return position;
  return up ? between(second, first) : between(first, second);
}
