import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { execute } from "@/lib/platform/operations/execute";
import { addDocument } from "@/lib/workspace/documents/add-document";
import { mayUpload } from "@/lib/workspace/documents/may-upload";
import { removeDocumentUpload } from "@/lib/workspace/documents/remove-upload";
import { replaceDocument } from "@/lib/workspace/documents/replace-document";
import { startDocumentUpload } from "@/lib/workspace/documents/start-upload";
import { viewDocumentUpload } from "@/lib/workspace/documents/view-upload";
import type { Asked, UploadPurpose } from "./upload-purpose";

/** Files of folders, and new versions of files: they are there as soon as all of them has arrived. */
export const forDocuments: UploadPurpose = {
  path: "/documents",
  start: ({ caller, accountId }, file, asked) =>
    execute(caller, accountId, startDocumentUpload, { ...file, ...meantFor(asked) }),
  view: ({ caller, accountId }, uploadId) => execute(caller, accountId, viewDocumentUpload, { uploadId }),
  async remove({ caller, accountId }, uploadId) {
    await execute(caller, accountId, removeDocumentUpload, { uploadId });
  },
  async finish({ caller, accountId }, uploadId) {
    const { folderId, documentId } = await execute(caller, accountId, viewDocumentUpload, { uploadId });
    if (documentId !== null) await execute(caller, accountId, replaceDocument, { documentId, uploadId });
    else if (folderId !== null) await execute(caller, accountId, addDocument, { folderId, uploadId });
  },
  async requireForm({ caller, accountId }, asked) {
    await execute(caller, accountId, mayUpload, meantFor(asked));
  },
  pageOf(accountId, asked) {
    const { folderId, documentId } = meantFor(asked);
    return `/a/${accountId}/documents/${documentId === undefined ? folderId : `files/${documentId}`}`;
  },
};

/** Read before anything is asked of the database, so that nothing else gets into an address. */
function meantFor({ folderId, documentId }: Asked) {
  const given = { ...(folderId && { folderId }), ...(documentId && { documentId }) };
  if (!Object.values(given).every((one) => id.safeParse(one).success)) throw notFound(t("Folder not found."));
  return given;
}
