import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { visibleDocument } from "./document-record";
import { presentDocument } from "./present-document";
import { MOST_PAGES, PREVIEWED } from "./preview-kinds";
import { fileItem } from "./schema";

const preview = z.object({
  state: z.enum(["none", "waiting", "ready", "failed"]),
  pages: z.int().describe("How many pages the file has"),
  shown: z.array(z.object({ number: z.int(), width: z.int(), height: z.int() })).max(MOST_PAGES),
});

/** A file: what it is, its pages as far as they are drawn, and what the viewer may do with it. */
export const viewDocument = defineQuery({
  name: "documents.view",
  permission: "documents.view",
  scope: "account",
  summary: "View a file and its preview",
  activity: "view a file",
  input: z.object({ documentId: id }),
  output: z.object({
    document: fileItem,
    viewOnly: z.boolean().describe("The folder is view only for the people on its list"),
    held: z.boolean().describe("It waits for a virus scan"),
    removed: z.boolean().describe("Its contents were removed, because of a virus"),
    preview,
    mayReplace: z.boolean(),
    mayDelete: z.boolean(),
    mayMove: z.boolean(),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/documents/{documentId}" },
  run: async (context, { documentId }) => {
    const row = await visibleDocument(context, documentId);
    const { viewer } = context;
    return {
      document: presentDocument(context, row),
      viewOnly: row.folder.governing.viewOnly,
      held: row.file.scan === "waiting",
      removed: row.file.scan === "infected",
      preview: await previewOf(context, row.fileId, row.file.contentType),
      mayReplace: canSome(viewer, "documents.files.replace"),
      mayDelete: canSome(viewer, "documents.files.delete"),
      mayMove: canSome(viewer, "documents.files.move"),
    };
  },
});

async function previewOf({ db, account }: Context<"account">, fileId: string, type: string | null) {
  const none: z.input<typeof preview> = { state: "none", pages: 0, shown: [] };
  if (!PREVIEWED.has(type ?? "")) return none;
  const found = await db.filePreview.findFirst({
    where: { accountId: account.id, fileId },
    select: {
      state: true,
      pages: true,
      pictures: { select: { number: true, width: true, height: true }, orderBy: { number: "asc" }, take: MOST_PAGES },
    },
  });
  return found === null ? none : { state: found.state, pages: found.pages, shown: found.pictures };
}
