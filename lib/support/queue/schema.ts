import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { department, ticketPriority, ticketStatus } from "@/lib/support/tickets/schema";

/** The views of the queue. A search looks in all tickets, whatever the view. */
export const queueViews = ["mine", "unassigned", "breaching", "open", "closed"] as const;
export type QueueView = (typeof queueViews)[number];

export const queuedTicket = z.object({
  id,
  number: z.int(),
  subject: z.string(),
  status: ticketStatus,
  priority: ticketPriority,
  department,
  account: z.object({ id, name: z.string() }),
  assigneeName: z.string().nullable(),
  assignedToMe: z.boolean(),
  tags: z.array(z.object({ id, name: z.string() })),
  lastMessageAt: isoDateTime,
  /** When the next target is due; null while nothing is due. */
  dueAt: isoDateTime.nullable(),
});

export type QueuedTicket = z.infer<typeof queuedTicket>;
