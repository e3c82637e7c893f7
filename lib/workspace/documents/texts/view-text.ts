import { z } from "zod";
import { readableContents } from "@/lib/platform/files/readable-contents";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { visibleDocument } from "../document-record";
import { fileText } from "../schema";

/** Of a longer text the beginning is shown. */
const MOST_SHOWN = 50_000;

/** What is written in a text file or a PDF. Markdown and HTML are text like any other: nothing in it is followed or run. */
export const viewText = defineQuery({
  name: "documents.view-text",
  permission: "documents.view",
  scope: "account",
  summary: "View what is written in a text file or a PDF",
  activity: "view a file",
  input: z.object({ documentId: id }),
  output: fileText,
  http: { method: "GET", path: "/accounts/{accountId}/documents/{documentId}/text" },
  run: async (context, { documentId }) => {
    const { fileId, file } = await visibleDocument(context, documentId);
    readableContents(file);
    const where = { accountId: context.account.id, fileId };
    const found = await context.db.fileText.findFirst({ where, select: { state: true, text: true, truncated: true } });
    if (found === null) return { state: "none" as const, text: "", truncated: false };
    const { state, text, truncated } = found;
    return { state, text: text.slice(0, MOST_SHOWN).toWellFormed(), truncated: truncated || text.length > MOST_SHOWN };
  },
});
