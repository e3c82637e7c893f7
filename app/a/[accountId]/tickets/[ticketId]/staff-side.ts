import type { Execute } from "@/lib/platform/operations/execute";
import { fillCannedReply } from "@/lib/support/canned-replies/fill-canned-reply";
import { listOfferedReplies } from "@/lib/support/canned-replies/list-offered-replies";
import { lookAtTicket } from "@/lib/support/queue/look-at-ticket";
import { explainDueTimes } from "@/lib/support/service-levels/explain-due-times";
import { listTicketTags } from "@/lib/support/tags/list-ticket-tags";

/** What staff see of a ticket and its customer doesn't. `canned` is the canned reply that a browser without a script chose. */
export async function staffSide(execute: Execute, ticketId: string, canned: string | undefined) {
  const [due, tags, { items: replies }, { others }] = await Promise.all([
    execute(explainDueTimes, { ticketId }),
    execute(listTicketTags, { ticketId }),
    execute(listOfferedReplies, { ticketId }),
    execute(lookAtTicket, { ticketId }),
  ]);
  const chosen = replies.find(({ id }) => id === canned);
  const filled = chosen && (await execute(fillCannedReply, { ticketId, replyId: chosen.id }));
  return { due, tags, replies, others, draft: filled?.text };
}

export type StaffSide = Awaited<ReturnType<typeof staffSide>>;
