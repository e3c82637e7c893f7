import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { noFile, visibleDocument } from "./document-record";
import { lockTree } from "./lock-tree";

/** Deletes a file with all its versions. It can be restored for thirty days. */
export const deleteDocument = defineCommand({
  name: "documents.delete",
  permission: "documents.files.delete",
  scope: "account",
  summary: "Delete a file; it can be restored for 30 days",
  activity: "delete a file",
  input: z.object({ documentId: id }),
  output: z.object({ id, folderId: id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/documents/{documentId}" },
  run: async (context, { documentId }) => {
    const { db, account, actor, now } = context;
    await lockTree(db, account.id);
    const document = await visibleDocument(context, documentId);
    await authorize(context, "documents.files.delete", document);
    const where = accessibleWhere(context, "documents.files.delete", {
      AND: [{ id: documentId }, { deletedAt: null }],
    });
    const { count } = await db.document.updateMany({ where, data: { deletedAt: now, deletedByName: actor.name } });
    if (count === 0) throw noFile();
    return {
      output: { id: documentId, folderId: document.folderId },
      audit: {
        summary: say("Deleted “{name}”", { name: document.name }),
        target: { type: "document", id: documentId },
      },
    };
  },
});
