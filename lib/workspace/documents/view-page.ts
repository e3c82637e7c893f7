import { z } from "zod";
import { fileStorage } from "@/lib/platform/files/file-storage";
import { readableContents } from "@/lib/platform/files/readable-contents";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { StreamedFile } from "@/lib/platform/kernel/streamed-file";
import { t } from "@/lib/platform/language/t";
import { defineQuery } from "@/lib/platform/operations/operation";
import { visibleDocument } from "./document-record";
import { MOST_PAGES } from "./preview-kinds";

/** One page of a file as a picture that the portal has drawn: the file itself is never opened in a page. */
export const viewPage = defineQuery({
  name: "documents.view-page",
  permission: "documents.view",
  scope: "account",
  summary: "View a page of a file as a picture",
  activity: "view a file",
  input: z.object({
    documentId: id,
    number: z.int().min(1).max(MOST_PAGES),
    version: z
      .int()
      .min(1)
      .optional()
      .describe("The current version: with it, the address of a page changes with its picture"),
  }),
  output: fileOutput,
  http: { method: "GET", path: "/accounts/{accountId}/documents/{documentId}/page", file: "image/webp" },
  run: async (context, { documentId, number, version }) => {
    const { fileId, file, version: current } = await visibleDocument(context, documentId);
    readableContents(file);
    if (version !== undefined && version !== current) throw notFound(t("This page isn't shown."));
    const where = { accountId: context.account.id, fileId, number };
    const page = await context.db.previewPage.findFirst({ where, select: { key: true, size: true } });
    if (page === null) throw notFound(t("This page isn't shown."));
    return {
      filename: `page-${number}.webp`,
      contentType: "image/webp",
      body: new StreamedFile(page.size, async () => (await fileStorage()).getStream(page.key)),
      inline: true,
    };
  },
});
