import { z } from "zod";
import { asDownload } from "@/lib/platform/files/as-download";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { readablePostFile } from "./readable-post-file";

/** A file of a post, for whoever sees its thread. */
export const downloadPostFile = defineQuery({
  name: "discussions.download-file",
  permission: "discussions.groups.view-public",
  alsoChecks: ["discussions.groups.view-private"],
  scope: "account",
  summary: "Download a file of a post",
  activity: "download a file of a post",
  input: z.object({ attachmentId: id }),
  output: fileOutput,
  http: {
    method: "GET",
    path: "/accounts/{accountId}/discussion-files/{attachmentId}",
    file: "application/octet-stream",
  },
  run: async (context, { attachmentId }) => asDownload(await readablePostFile(context, attachmentId)),
});
