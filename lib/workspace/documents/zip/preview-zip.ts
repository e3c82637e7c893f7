import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { zipInput } from "./download-zip";
import { planZip } from "./plan-zip";
import { bytesOf, zipRefusal } from "./zip-refusal";

/** What a ZIP file would contain, before it is requested. */
export const previewZip = defineQuery({
  name: "documents.preview-zip",
  permission: "documents.view",
  scope: "account",
  summary: "Preview what a ZIP file of a folder, or of chosen files, would contain",
  activity: "preview a ZIP file",
  input: z.object(zipInput),
  output: z.object({
    name: z.string().nullable().describe("Of the folder"),
    files: z.int(),
    bytes: z.int().describe("Of all files together, before they are compressed"),
    viewOnly: z.int().describe("Files that can be read but not downloaded: they are left out"),
    held: z.int().describe("Files that wait for a virus scan, or were removed by it: they are left out"),
    refusal: z.string().nullable().describe("Why it can't be prepared"),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/documents/preview-zip" },
  run: async (context, asked) => {
    const plan = await planZip(context, asked);
    return {
      name: plan.folders[0]?.name ?? null,
      files: plan.files.length,
      bytes: bytesOf(plan),
      viewOnly: plan.viewOnly.length,
      held: plan.held.length,
      refusal: zipRefusal(plan)?.detail ?? null,
    };
  },
});
