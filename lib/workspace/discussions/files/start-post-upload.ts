import { z } from "zod";
import { newUpload, upload } from "@/lib/platform/files/schema";
import { startFile } from "@/lib/platform/files/start-file";
import { presentUpload } from "@/lib/platform/files/upload-record";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { draftOf, postDraft, postDraftInput, requirePostDraft } from "./post-draft";

/**
 * Announces a file for a post. Its bytes are then sent to `/uploads/{accountId}/discussions/{id}` by the tus protocol. It is
 * the uploader's own until a post takes it, and is deleted after a day if none does.
 */
export const startPostUpload = defineCommand({
  name: "discussions.start-upload",
  permission: "discussions.groups.view-public",
  alsoChecks: [
    "discussions.groups.view-private",
    "discussions.threads.create",
    "discussions.replies.create",
    "discussions.replies.update",
  ],
  scope: "account",
  summary: "Announce a file for a post; its bytes follow by the tus protocol",
  activity: "upload a file",
  input: z.object({ ...newUpload, ...postDraftInput }),
  output: upload,
  http: { method: "POST", path: "/accounts/{accountId}/discussion-uploads", status: 201 },
  run: async (context, { name, size, ...asked }) => {
    const what = postDraft(asked);
    await requirePostDraft(context, what);
    const { db, account, actor } = context;
    const owned = { accountId: account.id, uploaderId: actor.personId, internal: false, draft: draftOf(what) };
    const file = await startFile(db, { ...owned, name, size });
    return {
      output: presentUpload({ ...file, size, received: 0, state: "uploading", contentType: null, draft: owned.draft }),
      // Without its name: the log also has readers who don't see a private group.
      audit: { summary: say("Began to upload a file"), target: { type: "upload", id: file.id } },
    };
  },
});
