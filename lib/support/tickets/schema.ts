import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { pageOf } from "@/lib/platform/kernel/page";
import { issue } from "@/lib/platform/language/msg";
import { ticketStatuses } from "./lifecycle";

export const ticketStatus = z.enum(ticketStatuses);
export const ticketPriority = z.enum(["low", "normal", "high", "urgent"]);
export const department = z.enum(["support", "billing", "sales"]);

/** One line: white space between the words becomes a single space. */
export const subjectText = z
  .string()
  .overwrite(oneLine)
  .min(1, issue("Enter a subject."))
  .max(200, issue("A subject can have up to 200 characters. Put the details in the message."));

/** A message's text. Browsers send line ends as CR LF; they are stored as LF. */
export const messageText = z
  .string()
  .overwrite((text) => text.replace(/\r\n?/g, "\n").trim())
  .min(1, issue("Enter a message."))
  .max(20_000, issue("A message can have up to 20,000 characters. Split it into several replies."));

/** A ticket's service; null if there is none, or the viewer can't see it. */
export const namedService = z.object({ id, name: z.string() });

export const ticketItem = z.object({
  id,
  number: z.int(),
  subject: z.string(),
  status: ticketStatus,
  priority: ticketPriority,
  department,
  service: namedService.nullable(),
  openedByName: z.string(),
  openedByMe: z.boolean(),
  assigneeName: z.string().nullable(),
  createdAt: isoDateTime,
  lastMessageAt: isoDateTime,
});

export const ticketMessage = z.object({
  id,
  authorName: z.string(),
  authorIsStaff: z.boolean(),
  /** Written by the viewer. */
  mine: z.boolean(),
  /** A note that only staff see. */
  internal: z.boolean(),
  body: z.string(),
  createdAt: isoDateTime,
});

export const ticketDetail = ticketItem.extend({
  closedAt: isoDateTime.nullable(),
  assignedToMe: z.boolean(),
  /** The requested page, oldest first; page 1 holds the newest messages. */
  messages: pageOf(ticketMessage),
  /** The tickets merged into this one, whose messages are among these. */
  merged: z.array(z.object({ id, number: z.int() })),
  /** The ticket that this one was merged into, if the viewer sees it. */
  mergedInto: z.object({ id, number: z.int() }).nullable(),
  /** What the viewer may do with this ticket. */
  allowed: z.object({ reply: z.boolean(), close: z.boolean(), note: z.boolean(), assign: z.boolean() }),
});

/** A ticket's status after a command. */
export const ticketState = z.object({ id, number: z.int(), status: ticketStatus });

export type TicketItem = z.infer<typeof ticketItem>;
export type TicketDetail = z.infer<typeof ticketDetail>;
export type TicketMessage = z.infer<typeof ticketMessage>;
