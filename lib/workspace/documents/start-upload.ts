import { z } from "zod";
import { newUpload, upload } from "@/lib/platform/files/schema";
import { startFile } from "@/lib/platform/files/start-file";
import { presentUpload } from "@/lib/platform/files/upload-record";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { draftOf, requireUpload, uploadFor, uploadForInput } from "./uploads";

/** How many files one person may upload to a folder at the same time. */
const AT_ONCE = 50;

/**
 * Announces a file for a folder, or a new version of one. Its bytes are then sent to
 * `/uploads/{accountId}/documents/{id}` by the tus protocol; the file is added when the last has arrived.
 */
export const startDocumentUpload = defineCommand({
  name: "documents.start-upload",
  permission: "documents.view",
  scope: "account",
  summary: "Announce a file for a folder, or a new version of one; its bytes follow by the tus protocol",
  activity: "upload a file",
  input: z.object({
    ...newUpload,
    ...uploadForInput,
  }),
  output: upload,
  http: { method: "POST", path: "/accounts/{accountId}/documents/uploads", status: 201 },
  run: async (context, { name, size, ...asked }) => {
    const what = uploadFor(asked);
    await requireUpload(context, what);
    const { db, account, actor } = context;
    const owned = { accountId: account.id, uploaderId: actor.personId, internal: false, draft: draftOf(what) };
    const file = await startFile(db, { ...owned, name, size }, place);
    return {
      output: presentUpload({ ...file, size, received: 0, state: "uploading", contentType: null, draft: owned.draft }),
      // Without its name: the log also has readers who don't see the folder.
      audit: { summary: say("Began to upload a file"), target: { type: "upload", id: file.id } },
    };
  },
});

const place = {
  field: "files",
  most: AT_ONCE,
  tooMany: (name: string) =>
    t("Up to {count} files can be uploaded to a folder at the same time. “{name}” wasn't uploaded.", {
      count: AT_ONCE,
      name,
    }),
};
