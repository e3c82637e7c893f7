import { z } from "zod";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { requireDocument } from "./document-record";

/** The versions of a file, the newest first. */
export const listVersions = defineQuery({
  name: "documents.list-versions",
  permission: "documents.view",
  scope: "account",
  summary: "List the versions of a file",
  activity: "view the versions of a file",
  input: z.object({ documentId: id, ...pageInput }),
  output: pageOf(
    z.object({
      number: z.int(),
      size: z.int().describe("In bytes"),
      restoredFrom: z.int().nullable().describe("The version whose contents it has, if it was restored"),
      uploadedByName: z.string(),
      createdAt: isoDateTime,
    }),
  ),
  http: { method: "GET", path: "/accounts/{accountId}/documents/{documentId}/versions" },
  run: async (context, { documentId, page }) => {
    const where = { accountId: context.account.id, documentId };
    const select = {
      number: true,
      restoredFrom: true,
      uploadedByName: true,
      createdAt: true,
      file: { select: { size: true } },
    };
    const [found, total] = await Promise.all([
      context.db.documentVersion.findMany({ where, select, orderBy: { number: "desc" }, ...pageSlice(page) }),
      context.db.documentVersion.count({ where }),
      requireDocument(context, documentId),
    ]);
    const items = found.map(({ file, createdAt, ...version }) => ({
      ...version,
      size: file.size,
      createdAt: iso(createdAt),
    }));
    return pageResult(items, total, page);
  },
});
