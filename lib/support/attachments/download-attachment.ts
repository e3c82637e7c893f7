import { z } from "zod";
import { readStored } from "@/lib/platform/files/read-stored";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { StreamedFile } from "@/lib/platform/kernel/streamed-file";
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
  run: async (context, { attachmentId }) => {
    const { name, size, sha256, storageKey } = await readableFile(context, attachmentId);
    return {
      filename: name,
      contentType: "application/octet-stream",
      body: new StreamedFile(size, (range) => readStored(storageKey, range), sha256),
    };
  },
});
