import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { visibleFolder } from "./folder-record";
import { freeFileName } from "./free-name";
import { lockTree } from "./lock-tree";
import { positionOfFile } from "./next-position";
import { takeUpload } from "./take-upload";

/** Puts an uploaded file into the folder it was uploaded for. If there is one of its name, it gets a number. */
export const addDocument = defineCommand({
  name: "documents.add",
  permission: "documents.files.upload",
  scope: "account",
  summary: "Put an uploaded file into its folder",
  activity: "upload a file",
  input: z.object({ folderId: id, uploadId: id }),
  output: z.object({ id, name: z.string() }),
  http: { method: "POST", path: "/accounts/{accountId}/folders/{folderId}/documents", status: 201 },
  run: async (context, { folderId, uploadId }) => {
    const { db, account, actor, now } = context;
    await lockTree(db, account.id);
    await authorize(context, "documents.files.upload", await visibleFolder(context, folderId));
    const file = await takeUpload(context, { folderId }, uploadId);
    const name = await freeFileName(context, { folderId, name: file.name });
    const position = await positionOfFile(context, folderId);
    const data = { accountId: account.id, fileId: file.id, uploadedByName: actor.name, createdAt: now };
    const document = await db.document.create({
      data: { ...data, folderId, name, position, updatedAt: now },
      select: { id: true },
    });
    await db.documentVersion.createMany({ data: { ...data, documentId: document.id, number: 1 } });
    return {
      output: { id: document.id, name },
      audit: { summary: say("Uploaded “{name}”", { name }), target: { type: "document", id: document.id } },
    };
  },
});
