import { z } from "zod";
import { fileStorage } from "@/lib/platform/files/file-storage";
import { readableContents } from "@/lib/platform/files/readable-contents";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { StreamedFile } from "@/lib/platform/kernel/streamed-file";
import { t } from "@/lib/platform/language/t";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { type DocumentRow, visibleDocument } from "./document-record";
import { requireDownload } from "./may-download";

/** A file as it was uploaded, or an earlier version of it. Always something to save: no browser opens it here. */
export const downloadDocument = defineQuery({
  name: "documents.download",
  permission: "documents.view",
  scope: "account",
  summary: "Download a file",
  activity: "download a file",
  input: z.object({ documentId: id, version: z.int().min(1).max(10_000).optional() }),
  output: fileOutput,
  http: {
    method: "GET",
    path: "/accounts/{accountId}/documents/{documentId}/download",
    file: "application/octet-stream",
  },
  run: async (context, { documentId, version }) => {
    const document = await visibleDocument(context, documentId);
    requireDownload(context, document.folder.governing);
    const file = await versionOf(context, document, version);
    const key = readableContents(file);
    return {
      filename: document.name,
      contentType: "application/octet-stream",
      body: new StreamedFile(file.size, async () => (await fileStorage()).getStream(key)),
    };
  },
});

async function versionOf({ db, account }: Context<"account">, document: DocumentRow, number: number | undefined) {
  if (number === undefined || number === document.version) return document.file;
  const found = await db.documentVersion.findFirst({
    where: { accountId: account.id, documentId: document.id, number },
    select: { file: { select: { size: true, scan: true, storageKey: true } } },
  });
  if (found === null) throw notFound(t("There is no such version."));
  return found.file;
}
