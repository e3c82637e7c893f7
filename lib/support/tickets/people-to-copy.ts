import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import type { TicketRow } from "./ticket-record";

/** More are not offered: a list to choose from would be of no use. */
const MOST = 100;

export interface Colleague {
  readonly contactId: string;
  readonly name: string;
}

/** The people of the account who may see a ticket and can sign in: to copy in, and to mention. Names are for those who may see members. */
export async function peopleToCopy(context: Context<"account">, ticket: TicketRow): Promise<Colleague[]> {
  if (!can(context.viewer, "people.members.view")) return [];
  const people = await context.members({ signIn: true, given: ["support.tickets.view"], first: MOST });
  return people
    .filter(({ contactId, subject }) => {
      return contactId !== context.actor.contactId && can(viewerOf(subject), "support.tickets.view", ticket);
    })
    .map(({ contactId, name }) => ({ contactId, name }));
}
