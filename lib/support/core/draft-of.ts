/** What files are for: a new ticket, a reply, a note, or one reply that is about to be sent. They can't be attached to anything else. */
export interface DraftOf {
  readonly ticketId?: string | undefined;
  readonly note?: boolean | undefined;
}

/** A reply that waits to be sent, by its id. */
export interface HeldReply {
  readonly held: string;
}

export function draftOf(draft: DraftOf | HeldReply): string {
  if ("held" in draft) return ["held", draft.held].join(" ");
  const { ticketId, note } = draft;
  return ticketId === undefined ? "new" : `${note ? "note" : "reply"} ${ticketId}`;
}
