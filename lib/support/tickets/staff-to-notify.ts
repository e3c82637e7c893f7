import type { Context } from "@/lib/platform/operations/operation";
import type { RecordFor } from "@/lib/policy/needs";
import { type StaffPerson, staffOnTicket } from "./staff-on-ticket";

/**
 * The staff a customer's message is for: the assignee, while they may answer it; otherwise
 * everyone who may. So accounting is only notified of tickets of its own department (rule 8 of our choices).
 */
export async function staffToNotify(
  context: Context<"account">,
  ticket: RecordFor<"support.tickets.reply"> & { readonly assigneeId: string | null },
): Promise<StaffPerson[]> {
  const able = await staffOnTicket(context, ticket);
  const assigned = able.filter(({ id }) => id === ticket.assigneeId);
  return assigned.length > 0 ? assigned : able;
}
