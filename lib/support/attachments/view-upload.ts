import { z } from "zod";
import { upload } from "@/lib/platform/files/schema";
import { presentUpload } from "@/lib/platform/files/upload-record";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { ownUpload } from "./own-upload";

/** How far one's own upload is. Asked before every part of it, and again once the part has arrived. */
export const viewUpload = defineQuery({
  name: "attachments.view-upload",
  permission: "support.tickets.view",
  scope: "account",
  summary: "View how far an upload is",
  activity: "view an upload",
  input: z.object({ uploadId: id }),
  output: upload,
  http: { method: "GET", path: "/accounts/{accountId}/uploads/{uploadId}" },
  run: async (context, { uploadId }) => presentUpload(await ownUpload(context, uploadId)),
});
