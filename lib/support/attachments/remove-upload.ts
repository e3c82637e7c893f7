import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { looseUpload } from "./own-upload";

/** Removes one's own upload that no message has taken. */
export const removeUpload = defineCommand({
  name: "attachments.remove-upload",
  permission: "support.tickets.view",
  scope: "account",
  summary: "Remove a file that waits for a message",
  activity: "remove an upload",
  input: z.object({ uploadId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/uploads/{uploadId}" },
  run: async (context, { uploadId }) => {
    const where = looseUpload(context, uploadId);
    const file = await context.db.storedFile.findFirst({ where, select: { internal: true } });
    const { count } = await context.db.storedFile.deleteMany({ where });
    if (file === null || count === 0) throw notFound(t("File not found."));
    return {
      output: { id: uploadId },
      audit: {
        summary: say("Removed an uploaded file"),
        target: { type: "upload", id: uploadId },
        ...(file.internal && { permission: "support.tickets.note" }),
      },
    };
  },
});
