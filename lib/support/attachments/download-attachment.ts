import { z } from "zod";
import { asDownload } from "@/lib/platform/files/as-download";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { readableFile } from "./readable-file";

/** A file of a message, as it was uploaded. Always something to save: whatever is in it, no browser opens it here. */
export const downloadAttachment = defineQuery({
  name: "attachments.download",
  permission: "support.tickets.view",
  scope: "account",
  summary: "Download a file of a ticket message",
  activity: "download an attachment",
  input: z.object({ attachmentId: id }),
  output: fileOutput,
  http: { method: "GET", path: "/accounts/{accountId}/attachments/{attachmentId}", file: "application/octet-stream" },
  run: async (context, { attachmentId }) => asDownload(await readableFile(context, attachmentId)),
});
