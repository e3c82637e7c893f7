import { z } from "zod";
import { env } from "@/lib/platform/config/env";
import { MOST_FILES } from "@/lib/platform/files/start-file";
import { defineQuery } from "@/lib/platform/operations/operation";
import { ownFiles } from "@/lib/support/core/own-files";
import { waitingFiles } from "./schema";
import { draftInput, requireDraft } from "./upload-input";
import { presentUpload, uploadColumns } from "./upload-record";

/** The files that the viewer has uploaded for a message they haven't sent, in the order they were added. */
export const listUploads = defineQuery({
  name: "attachments.list-uploads",
  permission: "support.tickets.view",
  scope: "account",
  summary: "List your files that wait for a message",
  activity: "view uploads",
  input: z.object(draftInput),
  output: waitingFiles,
  http: { method: "GET", path: "/accounts/{accountId}/uploads" },
  run: async (context, asked) => {
    await requireDraft(context, asked);
    const files = await context.db.storedFile.findMany({
      where: ownFiles(context, asked),
      select: uploadColumns,
      orderBy: { id: "asc" },
      take: MOST_FILES,
    });
    return { uploads: files.map(presentUpload), largestMegabytes: env().FILES_LARGEST_MB, most: MOST_FILES };
  },
});
