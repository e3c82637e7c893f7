import { z } from "zod";
import { listWaiting } from "@/lib/platform/files/list-waiting";
import { waitingFiles } from "@/lib/platform/files/schema";
import { defineQuery } from "@/lib/platform/operations/operation";
import { draftOf } from "@/lib/support/core/draft-of";
import { draftInput, requireDraft } from "./upload-input";

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
    return listWaiting(context, draftOf(asked));
  },
});
