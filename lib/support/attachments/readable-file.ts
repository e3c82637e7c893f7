import { storedColumns } from "@/lib/platform/files/as-download";
import { notFound, type Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { ticketFacts } from "./ticket-facts";

/**
 * The file of an attachment of a message that the viewer may read: of a ticket that they see, merged into another or not, and
 * of a note only if they may write notes on it.
 *
 * @throws Problem `not-found`
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
      file: { select: storedColumns },
    },
  });
  if (found === null) throw missing();
  const { message, file } = found;
  if (message.internal && !can(context.viewer, "support.tickets.note", message.ticket)) throw missing();
  return file;
}

const missing = (): Problem => notFound(t("File not found."));
