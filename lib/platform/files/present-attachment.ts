import type { Prisma } from "@/lib/platform/db/generated/client";
import { contentKind } from "./content-kind";
import type { Attachment } from "./schema";

const shown = {
  id: true,
  file: { select: { name: true, size: true, contentType: true, scan: true, thumbnail: true } },
} as const satisfies Prisma.TicketAttachmentSelect & Prisma.DiscussionAttachmentSelect;

/** The files of a message, in their order: for a `select`. */
export const attachmentsOf = { select: shown, orderBy: { position: "asc" } } as const;

export type AttachmentRow = Prisma.TicketAttachmentGetPayload<{ select: typeof shown }>;

export function presentAttachment({ id, file }: AttachmentRow): Attachment {
  const { name, size, contentType, scan, thumbnail } = file;
  const availability = scan === "waiting" ? "held" : scan === "infected" ? "removed" : "ready";
  const isShown = availability === "ready" && thumbnail === "ready";
  return { id, name, size, kind: contentKind(contentType), availability, thumbnail: isShown };
}
