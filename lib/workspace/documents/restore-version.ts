import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { addVersion } from "./add-version";
import { visibleDocument } from "./document-record";
import { lockTree } from "./lock-tree";

/** Makes an earlier version the newest again. Nothing is lost: it becomes a version of its own. */
export const restoreVersion = defineCommand({
  name: "documents.restore-version",
  permission: "documents.files.replace",
  scope: "account",
  summary: "Make an earlier version of a file the newest again",
  activity: "restore a version of a file",
  input: z.object({ documentId: id, number: z.int().min(1).max(10_000) }),
  output: z.object({ id, version: z.int() }),
  http: { method: "POST", path: "/accounts/{accountId}/documents/{documentId}/versions/restore" },
  run: async (context, { documentId, number }) => {
    const { db, account } = context;
    await lockTree(db, account.id);
    const document = await visibleDocument(context, documentId);
    await authorize(context, "documents.files.replace", document);
    const where = { accountId: account.id, documentId, number };
    const earlier = await db.documentVersion.findFirst({ where, select: { fileId: true } });
    if (earlier === null) throw notFound(t("There is no such version."));
    const version = await addVersion(context, document, { fileId: earlier.fileId, restoredFrom: number });
    return {
      output: { id: documentId, version },
      audit: {
        summary: say("Restored version {number} of “{name}”", { number, name: document.name }),
        target: { type: "document", id: documentId },
      },
    };
  },
});
