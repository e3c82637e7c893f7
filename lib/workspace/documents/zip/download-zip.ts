import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import type { Context } from "@/lib/platform/operations/operation";
import { defineExport, exportInput } from "@/lib/platform/rendering/define-export";
import { bundleDocuments } from "./bundle-documents";
import { mayStillHave } from "./may-still-have";
import { planZip, type ZipInput, type ZipPlan } from "./plan-zip";
import { zipRefusal } from "./zip-refusal";

export const zipInput = {
  folderId: id.optional().describe("The folder, with everything below it that the viewer sees"),
  documentIds: z.array(id).max(100).optional().describe("Or single files"),
};

/** A folder with everything below it, or chosen files, as one ZIP file: what the viewer may download, and nothing else. */
export const downloadZip = defineExport({
  name: "documents.download-zip",
  permission: "documents.view",
  scope: "account",
  summary: "Download a folder, or chosen files, as a ZIP file",
  activity: "download files as a ZIP file",
  input: z.object({ ...zipInput, ...exportInput }),
  http: { method: "GET", path: "/accounts/{accountId}/documents/zip", file: "application/zip" },
  lines: async (context, asked) => (await planOf(context, asked)).files.length,
  mayStillHave,
  run: async (context, asked) => ({
    // Named after nothing that its reader may lose.
    filename: `documents-${context.account.number}-${iso(context.realNow).slice(0, 10)}.zip`,
    contentType: "application/zip",
    body: bundleDocuments(await planOf(context, asked)),
  }),
});

async function planOf(context: Context<"account">, asked: ZipInput): Promise<ZipPlan> {
  const plan = await planZip(context, asked);
  const refusal = zipRefusal(plan);
  if (refusal !== null) throw refusal;
  return plan;
}
