import { z } from "zod";
import { newUpload, upload } from "@/lib/platform/files/schema";
import { startFile } from "@/lib/platform/files/start-file";
import { presentUpload } from "@/lib/platform/files/upload-record";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { draftOf } from "@/lib/support/core/draft-of";
import { draftInput, requireDraft } from "./upload-input";

/**
 * Announces a file for a message. Its bytes are then sent to `/uploads/{accountId}/{id}` by the tus protocol. It is the
 * uploader's own until a message takes it, and is deleted after a day if none does.
 */
export const startUpload = defineCommand({
  name: "attachments.start-upload",
  permission: "support.tickets.view",
  scope: "account",
  summary: "Announce a file for a ticket message; its bytes follow by the tus protocol",
  activity: "upload a file",
  input: z.object({
    ...newUpload,
    ...draftInput,
  }),
  output: upload,
  http: { method: "POST", path: "/accounts/{accountId}/uploads", status: 201 },
  run: async (context, { name, size, ...draft }) => {
    await requireDraft(context, draft);
    const { db, account, actor } = context;
    const owned = { accountId: account.id, uploaderId: actor.personId };
    const meant = { draft: draftOf(draft), internal: draft.note === true };
    const file = await startFile(db, { ...owned, ...meant, name, size });
    return {
      output: presentUpload({ ...file, size, received: 0, state: "uploading", contentType: null, draft: meant.draft }),
      audit: {
        // Without its name, which not everybody who reads the log may see. That there is a note is for staff alone.
        summary: say("Began to upload a file"),
        target: { type: "upload", id: file.id },
        ...(meant.internal && { permission: "support.tickets.note" }),
      },
    };
  },
});
