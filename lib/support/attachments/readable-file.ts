import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { ticketFacts } from "./ticket-facts";

/**
 * The file of an attachment of a message that the viewer may read: of a ticket that they see, merged into another or not, and
 * of a note only if they may write notes on it.
 *
 * @throws Problem `not-found`; `conflict` while it is held, or after it was found to contain a virus
 */
export async function readableFile(context: Context<"account">, attachmentId: string) {
  const found = await context.db.ticketAttachment.findFirst({
    where: {
      accountId: context.account.id,
      id: attachmentId,
      message: { ticket: accessibleWhere(context, "support.tickets.view") },
    },
    select: {
      message: { select: { internal: true, ticket: { select: ticketFacts } } },
      file: { select: { name: true, size: true, sha256: true, scan: true, storageKey: true, thumbnailKey: true } },
    },
  });
  if (found === null) throw missing();
  const { message, file } = found;
  if (message.internal && !can(context.viewer, "support.tickets.note", message.ticket)) throw missing();
  if (file.scan === "waiting") {
    throw new Problem("conflict", t("This file hasn't been checked for viruses yet. Try again in a few minutes."));
  }
  if (file.storageKey === null) {
    throw new Problem("conflict", t("This file was removed, because it contained a virus."));
  }
  return { ...file, storageKey: file.storageKey };
}

const missing = (): Problem => notFound(t("File not found."));
