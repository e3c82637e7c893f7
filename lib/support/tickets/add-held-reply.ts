import type { Context } from "@/lib/platform/operations/operation";
import { heldFiles } from "@/lib/support/core/held-files";
import { addReply } from "./add-reply";
import type { TicketRow } from "./ticket-record";

/** Adds a reply that waited, with the files that waited with it. */
export async function addHeldReply(
  context: Context<"account">,
  ticket: TicketRow,
  { draftId: held, body }: { readonly draftId: string; readonly body: string },
) {
  const ids = (await heldFiles(context, held)).map(({ id }) => id);
  return addReply(context, ticket, { body, files: { draft: { held }, ids } });
}
