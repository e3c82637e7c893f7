import { z } from "zod";
import { asThumbnail } from "@/lib/platform/files/as-download";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { readablePostFile } from "./readable-post-file";

/** A small picture of an attached one, made by the portal: the original is only ever downloaded. */
export const viewPostThumbnail = defineQuery({
  name: "discussions.view-thumbnail",
  permission: "discussions.groups.view-public",
  alsoChecks: ["discussions.groups.view-private"],
  scope: "account",
  summary: "View a small version of a picture in a post",
  activity: "view a file of a post",
  input: z.object({ attachmentId: id }),
  output: fileOutput,
  http: { method: "GET", path: "/accounts/{accountId}/discussion-files/{attachmentId}/thumbnail", file: "image/webp" },
  run: async (context, { attachmentId }) => asThumbnail(context.db, await readablePostFile(context, attachmentId)),
});
