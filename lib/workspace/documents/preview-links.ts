import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { id } from "@/lib/platform/kernel/ids";
import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { livingDocuments } from "@/lib/workspace/core/living-documents";
import { noFile } from "./document-record";
import { foldersBelow } from "./folder-lines";
import { requireFolder } from "./folder-record";

const MOST_NAMED = 10;

const place = z.object({
  kind: z.enum(["meeting", "decision"]),
  id,
  title: z.string(),
});

export const links = z.object({
  places: z.array(place).max(2 * MOST_NAMED),
  total: z.int().describe("Attachments, at most 1,001, also those of meetings and decisions the viewer can't see"),
});

/**
 * Where files are attached: what is concerned if they are moved, restricted or deleted. Names the meetings and decisions that
 * the viewer may see, and counts the others.
 */
export const previewLinks = defineQuery({
  name: "documents.preview-links",
  permission: "documents.files.move",
  alsoChecks: ["documents.view", "meetings.view", "decisions.titles.view"],
  scope: "account",
  summary: "View where files are attached, before they are moved, restricted or deleted",
  activity: "view where files are attached",
  input: z.object({
    documentIds: z.array(id).max(100).default([]),
    folderId: id.optional().describe("All files in this folder and below it"),
  }),
  output: links,
  http: { method: "GET", path: "/accounts/{accountId}/documents/links" },
  run: (context, asked) => linksOf(context, asked),
});

interface Asked {
  readonly documentIds: readonly string[];
  readonly folderId?: string | undefined;
}

/** The same for an operation that declares what it checks. */
export async function linksOf(context: Context<"account">, asked: Asked): Promise<z.infer<typeof links>> {
  const { db, account } = context;
  const document = await documentsOf(context, asked);
  const attached: Prisma.DocumentAttachmentWhereInput = { accountId: account.id, document: { is: document } };
  // That something is attached to a confidential item is told to nobody by name here.
  const open = { AND: [attached, { OR: [{ itemId: null }, { item: { is: { confidential: false } } }] }] };
  const [total, meetings, decisions] = await Promise.all([
    db.documentAttachment.count({ where: attached, orderBy: { id: "asc" }, take: COUNT_LIMIT }),
    db.meeting.findMany({
      where: accessibleWhere(context, "meetings.view", { documents: { some: open } }),
      select: { id: true, title: true },
      orderBy: [{ startsAt: "desc" }, { id: "desc" }],
      take: MOST_NAMED,
    }),
    db.decision.findMany({
      where: accessibleWhere(context, "decisions.titles.view", { documents: { some: attached } }),
      select: { id: true, title: true },
      orderBy: { number: "desc" },
      take: MOST_NAMED,
    }),
  ]);
  return {
    places: [
      ...meetings.map((one) => ({ kind: "meeting" as const, ...one })),
      ...decisions.map((one) => ({ kind: "decision" as const, ...one })),
    ],
    total,
  };
}

async function documentsOf(
  context: Context<"account">,
  { documentIds, folderId }: Asked,
): Promise<Prisma.DocumentWhereInput> {
  const named = livingDocuments(context, { id: { in: [...documentIds] } });
  if ((await context.db.document.count({ where: named })) < new Set(documentIds).size) throw noFile();
  if (folderId === undefined) return named;
  await requireFolder(context, folderId);
  const below = await foldersBelow(context.db, { accountId: context.account.id, folderId });
  return livingDocuments(context, { folderId: { in: below.map((one) => one.id) } });
}
