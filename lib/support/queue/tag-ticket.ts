import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { TicketRow } from "@/lib/support/tickets/ticket-record";
import type { Changed } from "./changed-ticket";

interface TagChange {
  readonly kind: "tag" | "untag";
  readonly to: string;
}

/** Puts a tag on a ticket, or takes it off. Tags are for staff, like notes. */
export async function tagTicket(
  context: Context<"account">,
  { id: ticketId, number, ...record }: TicketRow,
  { kind, to: tagId }: TagChange,
): Promise<Changed> {
  const { db, account } = context;
  await authorize(context, "support.tickets.note", record);
  const tag = await db.tag.findUnique({ where: { id: tagId }, select: { name: true } });
  if (tag === null) throw notFound(t("Tag not found."));
  const row = { accountId: account.id, ticketId, tagId };
  const { count } =
    kind === "tag"
      ? await db.ticketTag.createMany({ data: row, skipDuplicates: true })
      : await db.ticketTag.deleteMany({ where: row });
  const values = { number, tag: tag.name };
  return {
    before: count === 0 ? null : { kind: kind === "tag" ? "untag" : "tag", to: tagId },
    permission: "support.tickets.note",
    summary:
      kind === "tag"
        ? say("Tagged ticket #{number} with {tag}", values)
        : say("Removed the tag {tag} from ticket #{number}", values),
  };
}
