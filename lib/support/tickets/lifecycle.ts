/** Who a ticket waits for: `open` waits for staff, `answered` for the customer, `closed` for nobody. */
export const ticketStatuses = ["open", "answered", "closed"] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

export type TicketEvent = "customerReplies" | "staffReplies" | "close" | "reopen";

/** The events of a ticket, and its status afterwards. A reply to a closed ticket reopens it. */
const transitions: Readonly<Record<TicketStatus, Partial<Record<TicketEvent, TicketStatus>>>> = {
  open: { customerReplies: "open", staffReplies: "answered", close: "closed" },
  answered: { customerReplies: "open", staffReplies: "answered", close: "closed" },
  closed: { customerReplies: "open", staffReplies: "answered", reopen: "open" },
};

/** The status after an event; null if the event can't happen. */
export const statusAfter = (status: TicketStatus, event: TicketEvent): TicketStatus | null =>
  transitions[status][event] ?? null;

/** The statuses in which an event can happen, for the `where` of the update that applies it. */
export const statusesBefore = (event: TicketEvent): TicketStatus[] =>
  ticketStatuses.filter((status) => statusAfter(status, event) !== null);

/** A ticket opened by staff is a message to the customer, so it waits for their reply. */
export const statusWhenOpened = (byStaff: boolean): TicketStatus => (byStaff ? "answered" : "open");

/** How a ticket was handled is asked once it is closed. A merged one is rated as part of the one that stays. */
export const isRateable = (ticket: { readonly status: TicketStatus; readonly mergedIntoId: string | null }): boolean =>
  ticket.status === "closed" && ticket.mergedIntoId === null;

/** The event of a reply, by its author's side. */
export const replyBy = (isStaff: boolean): TicketEvent => (isStaff ? "staffReplies" : "customerReplies");
