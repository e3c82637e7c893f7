import type { Prisma } from "@/lib/platform/db/generated/client";
import { contentKind } from "@/lib/platform/files/content-kind";
import type { Attachment } from "./attachment-schema";

/** The attachments of a message, in their order: for a `select`. */
export const attachmentsOf = {
  select: {
    id: true,
    file: { select: { name: true, size: true, contentType: true, scan: true, thumbnail: true } },
  },
  orderBy: { position: "asc" },
} as const satisfies Prisma.TicketMessage$attachmentsArgs;

type Row = Prisma.TicketAttachmentGetPayload<{ select: (typeof attachmentsOf)["select"] }>;

export function presentAttachment({ id, file }: Row): Attachment {
  const { name, size, contentType, scan, thumbnail } = file;
  const availability = scan === "waiting" ? "held" : scan === "infected" ? "removed" : "ready";
  const isShown = availability === "ready" && thumbnail === "ready";
  return { id, name, size, kind: contentKind(contentType), availability, thumbnail: isShown };
}
