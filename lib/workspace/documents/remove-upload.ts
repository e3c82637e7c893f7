import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { noFile } from "./document-record";
import { looseUpload } from "./uploads";

/** Removes one's own upload that isn't in a folder yet. */
export const removeDocumentUpload = defineCommand({
  name: "documents.remove-upload",
  permission: "documents.view",
  scope: "account",
  summary: "Remove an upload that isn't in a folder yet",
  activity: "remove an upload",
  input: z.object({ uploadId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/documents/uploads/{uploadId}" },
  run: async (context, { uploadId }) => {
    const { count } = await context.db.storedFile.deleteMany({ where: looseUpload(context, uploadId) });
    if (count === 0) throw noFile();
    return {
      output: { id: uploadId },
      audit: { summary: say("Removed an uploaded file"), target: { type: "upload", id: uploadId } },
    };
  },
});
