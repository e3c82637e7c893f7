import { z } from "zod";
import { asThumbnail } from "@/lib/platform/files/as-download";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { readableFile } from "./readable-file";

/** A small picture of an attached one, made by the portal: the original is only ever downloaded. */
export const viewThumbnail = defineQuery({
  name: "attachments.view-thumbnail",
  permission: "support.tickets.view",
  scope: "account",
  summary: "View a small version of an attached picture",
  activity: "view an attachment",
  input: z.object({ attachmentId: id }),
  output: fileOutput,
  http: { method: "GET", path: "/accounts/{accountId}/attachments/{attachmentId}/thumbnail", file: "image/webp" },
  run: async (context, { attachmentId }) => asThumbnail(context.db, await readableFile(context, attachmentId)),
});
