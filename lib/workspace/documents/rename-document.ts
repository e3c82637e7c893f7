import { z } from "zod";
import { safeName } from "@/lib/platform/files/safe-name";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { noFile, visibleDocument } from "./document-record";
import { isFileNameFree } from "./free-name";
import { lockTree } from "./lock-tree";
import { fileName } from "./schema";

/** Renames a file. Links to it stay the same. */
export const renameDocument = defineCommand({
  name: "documents.rename",
  permission: "documents.files.replace",
  scope: "account",
  summary: "Rename a file",
  activity: "rename a file",
  input: z.object({ documentId: id, name: fileName }),
  output: z.object({ id, name: z.string() }),
  http: { method: "POST", path: "/accounts/{accountId}/documents/{documentId}/rename" },
  run: async (context, { documentId, name: typed }) => {
    const { db, account } = context;
    await lockTree(db, account.id);
    const document = await visibleDocument(context, documentId);
    await authorize(context, "documents.files.replace", document);
    const name = safeName(typed);
    if (!(await isFileNameFree(context, { folderId: document.folderId, name, except: documentId }))) {
      throw invalidField("name", t("There is already a file “{name}” here.", { name }));
    }
    const where = accessibleWhere(context, "documents.files.replace", {
      AND: [{ id: documentId }, { deletedAt: null }],
    });
    const { count } = await db.document.updateMany({ where, data: { name } });
    if (count === 0) throw noFile();
    return {
      output: { id: documentId, name },
      audit: {
        summary: say("Renamed “{before}” to “{name}”", { before: document.name, name }),
        target: { type: "document", id: documentId },
      },
    };
  },
});
