import type { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { livingDocuments } from "./living-documents";
import { type attachedDocument, MOST_ATTACHED } from "./schema";

/** What a document is attached to: a meeting or one of its items, or a decision. */
type Place = { readonly meetingId: string; readonly itemId: string | null } | { readonly decisionId: string };

const columns = {
  ...{ id: true, documentId: true, version: true, itemId: true, addedByContactId: true, addedByName: true },
} as const satisfies Prisma.DocumentAttachmentSelect;

export type AttachedRow = Prisma.DocumentAttachmentGetPayload<{ select: typeof columns }> & {
  /** Null if the viewer may not open it, or it is deleted. */
  readonly document: { readonly id: string; readonly name: string; readonly version: number } | null;
};

/**
 * Attaches a document that the viewer may open, in its newest version. Throws `not-found` for all others, and `conflict` if it
 * is attached already. The operation declares `alsoNeeds: ["documents.view"]`, and has locked the meeting or decision.
 */
export async function attachDocument(context: Context<"account">, documentId: string, place: Place): Promise<string> {
  const { db, account, actor } = context;
  const document = await db.document.findFirst({
    where: livingDocuments(context, { id: documentId }),
    select: { version: true },
  });
  if (document === null) throw new Problem("not-found", t("File not found."));
  const whole = "meetingId" in place ? { meetingId: place.meetingId } : place;
  const there = await db.documentAttachment.findMany({
    where: { accountId: account.id, ...whole },
    select: { documentId: true, itemId: true },
    take: MOST_ATTACHED,
  });
  const itemId = "itemId" in place ? place.itemId : null;
  if (there.some((one) => one.documentId === documentId && one.itemId === itemId))
    throw new Problem("conflict", t("This file is already attached."));
  if (there.length >= MOST_ATTACHED) throw invalidField("documentId", t("No more files can be attached here."));
  const { id } = await db.documentAttachment.create({
    data: {
      ...{ accountId: account.id, ...place, documentId, version: document.version },
      ...{ addedByContactId: actor.contactId, addedByName: actor.name },
    },
    select: { id: true },
  });
  return id;
}

/** What is attached to a meeting and its items, or to a decision, each with its document if the viewer may open that. */
export async function attachedTo(
  context: Context<"account">,
  place: { readonly meetingId: string } | { readonly decisionId: string },
): Promise<AttachedRow[]> {
  const { db, account } = context;
  const rows = await db.documentAttachment.findMany({
    where: { accountId: account.id, ...place },
    select: columns,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST_ATTACHED,
  });
  const open = await openDocuments(
    context,
    rows.map(({ documentId }) => documentId),
  );
  return rows.map((row) => ({ ...row, document: open.get(row.documentId ?? "") ?? null }));
}

/** Those of the documents that the viewer may open, by id. */
export async function openDocuments(context: Context<"account">, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids)].filter((one) => one !== null);
  if (wanted.length === 0) return new Map<string, never>();
  const found = await context.db.document.findMany({
    where: livingDocuments(context, { id: { in: wanted } }),
    select: { id: true, name: true, version: true },
  });
  return new Map(found.map((one) => [one.id, one]));
}

/** Nothing of a document but that it is there, for those who may not open it. */
export const presentAttached = ({ actor }: Context, row: AttachedRow): z.input<typeof attachedDocument> => ({
  id: row.id,
  document: row.document === null ? null : { id: row.document.id, name: row.document.name },
  version: row.version,
  newer: row.document !== null && row.document.version > row.version,
  addedByName: row.addedByName,
  mine: row.addedByContactId !== null && row.addedByContactId === actor.contactId,
});
