import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { addDays } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { noFile } from "./document-record";
import { notRecused } from "./folder-record";
import { freeFileName } from "./free-name";
import { KEPT_DAYS } from "./kept-days";
import { lockTree } from "./lock-tree";

/** Restores a deleted file with its versions, into the folder it was in: whoever has access there now sees it again. */
export const restoreDocument = defineCommand({
  name: "documents.restore",
  permission: "documents.files.delete",
  scope: "account",
  summary: "Restore a deleted file with its versions",
  activity: "restore a file",
  input: z.object({ documentId: id }),
  output: z.object({ id, name: z.string(), folderId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/documents/{documentId}/restore" },
  run: async (context, { documentId }) => {
    const { db, account } = context;
    await lockTree(db, account.id);
    const where = deleted(context, documentId);
    const document = await db.document.findFirst({
      where,
      select: { name: true, folderId: true, folder: { select: place } },
    });
    if (document === null) throw noFile();
    const { folder, folderId } = document;
    if (folder.deletedAt !== null) {
      throw new Problem("conflict", t("The folder “{name}” is deleted too. Restore it first.", { name: folder.name }));
    }
    const name = await freeFileName(context, { folderId, name: document.name });
    const { count } = await db.document.updateMany({ where, data: { deletedAt: null, deletedByName: null, name } });
    if (count === 0) throw noFile();
    return {
      output: { id: documentId, name, folderId },
      audit: { summary: say("Restored “{name}”", { name }), target: { type: "document", id: documentId } },
    };
  },
});

const place = { name: true, deletedAt: true } as const;

const deleted = (context: Context<"account">, documentId: string): Prisma.DocumentWhereInput =>
  accessibleWhere(context, "documents.files.delete", {
    AND: [
      { id: documentId },
      { deletedAt: { gt: addDays(context.now, -KEPT_DAYS) } },
      { folder: { is: notRecused(context) } },
    ],
  } as Prisma.DocumentWhereInput);
