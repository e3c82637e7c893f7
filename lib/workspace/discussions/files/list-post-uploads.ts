import { z } from "zod";
import { listWaiting } from "@/lib/platform/files/list-waiting";
import { waitingFiles } from "@/lib/platform/files/schema";
import { defineQuery } from "@/lib/platform/operations/operation";
import { draftOf, postDraft, postDraftInput, requirePostDraft } from "./post-draft";

/** The files that the viewer has uploaded for a post they haven't sent, in the order they were added. */
export const listPostUploads = defineQuery({
  name: "discussions.list-uploads",
  permission: "discussions.groups.view-public",
  alsoChecks: [
    "discussions.groups.view-private",
    "discussions.threads.create",
    "discussions.replies.create",
    "discussions.replies.update",
  ],
  scope: "account",
  summary: "List your files that wait for a post",
  activity: "view uploads",
  input: z.object(postDraftInput),
  output: waitingFiles,
  http: { method: "GET", path: "/accounts/{accountId}/discussion-uploads" },
  run: async (context, asked) => {
    const what = postDraft(asked);
    await requirePostDraft(context, what);
    return listWaiting(context, draftOf(what));
  },
});
