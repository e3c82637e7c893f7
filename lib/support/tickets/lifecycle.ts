/** Who a ticket waits for: `open` waits for staff, `answered` for the customer, `closed` for nobody. */
export const ticketStatuses = ["open", "answered", "closed"] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

export type TicketEvent = "customerReplies" | "staffReplies" | "close" | "reopen";

/** What may happen to a ticket, and where it stands afterwards. A reply to a closed ticket opens it again. */
const transitions: Readonly<Record<TicketStatus, Partial<Record<TicketEvent, TicketStatus>>>> = {
  open: { customerReplies: "open", staffReplies: "answered", close: "closed" },
  answered: { customerReplies: "open", staffReplies: "answered", close: "closed" },
  closed: { customerReplies: "open", staffReplies: "answered", reopen: "open" },
};

/** Where a ticket stands after an event; null where the event cannot happen. */
export const statusAfter = (status: TicketStatus, event: TicketEvent): TicketStatus | null =>
  transitions[status][event] ?? null;

/** The statuses in which an event can happen, for the `where` of the update that makes it happen. */
export const statusesBefore = (event: TicketEvent): TicketStatus[] =>
  ticketStatuses.filter((status) => statusAfter(status, event) !== null);

/** A ticket that staff open already speaks to the customer, so it waits for them. */
export const statusWhenOpened = (byStaff: boolean): TicketStatus => (byStaff ? "answered" : "open");

/** The event of a reply, by who writes it. */
export const replyBy = (isStaff: boolean): TicketEvent => (isStaff ? "staffReplies" : "customerReplies");
