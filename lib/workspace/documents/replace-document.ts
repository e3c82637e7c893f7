import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { addVersion } from "./add-version";
import { visibleDocument } from "./document-record";
import { lockTree } from "./lock-tree";
import { takeUpload } from "./take-upload";

/** Makes an uploaded file the new version of a document. Its name, place and link stay, and so do the versions before. */
export const replaceDocument = defineCommand({
  name: "documents.replace",
  permission: "documents.files.replace",
  scope: "account",
  summary: "Replace a file with an uploaded one; earlier versions are kept",
  activity: "replace a file",
  input: z.object({ documentId: id, uploadId: id }),
  output: z.object({ id, version: z.int() }),
  http: { method: "POST", path: "/accounts/{accountId}/documents/{documentId}/versions", status: 201 },
  run: async (context, { documentId, uploadId }) => {
    await lockTree(context.db, context.account.id);
    const document = await visibleDocument(context, documentId);
    await authorize(context, "documents.files.replace", document);
    const file = await takeUpload(context, { documentId }, uploadId);
    const version = await addVersion(context, document, { fileId: file.id, restoredFrom: null });
    return {
      output: { id: documentId, version },
      audit: {
        summary: say("Uploaded version {version} of “{name}”", { version, name: document.name }),
        target: { type: "document", id: documentId },
      },
    };
  },
});
