import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { loosePostUpload } from "./own-post-upload";

/** Removes one's own upload that no post has taken. */
export const removePostUpload = defineCommand({
  name: "discussions.remove-upload",
  permission: "discussions.groups.view-public",
  scope: "account",
  summary: "Remove a file that waits for a post",
  activity: "remove an upload",
  input: z.object({ uploadId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/discussion-uploads/{uploadId}" },
  run: async (context, { uploadId }) => {
    const { count } = await context.db.storedFile.deleteMany({ where: loosePostUpload(context, uploadId) });
    if (count === 0) throw notFound(t("File not found."));
    return {
      output: { id: uploadId },
      audit: { summary: say("Removed an uploaded file"), target: { type: "upload", id: uploadId } },
    };
  },
});
