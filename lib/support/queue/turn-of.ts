import type { Context } from "@/lib/platform/operations/operation";
import type { TicketAct } from "./ticket-act";

/** How often what an act changes has changed on a ticket, as the database counts it; asked under the ticket's lock. */
export async function turnOf({ db }: Context, ticketId: string, act: TicketAct): Promise<number> {
  const { changes } = await db.ticket.findFirstOrThrow({ where: { id: ticketId }, select: { changes: true } });
  return (changes as Readonly<Record<string, number>>)[changed(act)] ?? 0;
}

const changed = ({ kind, to }: TicketAct): string => (kind === "tag" || kind === "untag" ? `tag:${to}` : kind);
