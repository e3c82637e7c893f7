import { z } from "zod";
import { upload } from "@/lib/platform/files/schema";
import { presentUpload } from "@/lib/platform/files/upload-record";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { ownUpload } from "./uploads";

/** How far one's own upload is. Asked before every part of it, and again once the part has arrived. */
export const viewDocumentUpload = defineQuery({
  name: "documents.view-upload",
  permission: "documents.view",
  scope: "account",
  summary: "View how far the upload of a file is",
  activity: "view an upload",
  input: z.object({ uploadId: id }),
  output: upload.extend({ folderId: id.nullable(), documentId: id.nullable() }),
  http: { method: "GET", path: "/accounts/{accountId}/documents/uploads/{uploadId}" },
  run: async (context, { uploadId }) => {
    const { file, what } = await ownUpload(context, uploadId);
    return {
      ...presentUpload(file),
      folderId: "folderId" in what ? what.folderId : null,
      documentId: "documentId" in what ? what.documentId : null,
    };
  },
});
