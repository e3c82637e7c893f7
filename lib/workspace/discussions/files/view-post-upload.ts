import { z } from "zod";
import { upload } from "@/lib/platform/files/schema";
import { presentUpload } from "@/lib/platform/files/upload-record";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { ownPostUpload } from "./own-post-upload";

/** How far one's own upload is. Asked before every part of it, and again once the part has arrived. */
export const viewPostUpload = defineQuery({
  name: "discussions.view-upload",
  permission: "discussions.groups.view-public",
  alsoChecks: [
    "discussions.groups.view-private",
    "discussions.threads.create",
    "discussions.replies.create",
    "discussions.replies.update",
  ],
  scope: "account",
  summary: "View how far the upload of a file for a post is",
  activity: "view an upload",
  input: z.object({ uploadId: id }),
  output: upload,
  http: { method: "GET", path: "/accounts/{accountId}/discussion-uploads/{uploadId}" },
  run: async (context, { uploadId }) => presentUpload(await ownPostUpload(context, uploadId)),
});
