/** What files are uploaded for: a new ticket, a reply, or a note. They can't be attached to anything else. */
export interface DraftOf {
  readonly ticketId?: string | undefined;
  readonly note?: boolean | undefined;
}

export const draftOf = ({ ticketId, note }: DraftOf): string =>
  ticketId === undefined ? "new" : `${note ? "note" : "reply"} ${ticketId}`;
