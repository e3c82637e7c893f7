import { z } from "zod";
import { fileStorage } from "@/lib/platform/files/file-storage";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { StreamedFile } from "@/lib/platform/kernel/streamed-file";
import { t } from "@/lib/platform/language/t";
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
  run: async (context, { attachmentId }) => {
    const { thumbnailKey } = await readableFile(context, attachmentId);
    if (thumbnailKey === null) throw notFound(t("This file has no thumbnail."));
    const where = { key: thumbnailKey };
    const { size } = await context.db.fileObject.findUniqueOrThrow({ where, select: { size: true } });
    return {
      filename: "thumbnail.webp",
      contentType: "image/webp",
      body: new StreamedFile(size ?? 0, async () => (await fileStorage()).getStream(thumbnailKey)),
      inline: true,
    };
  },
});
