import { z } from "zod";
import { attachment } from "@/lib/platform/files/schema";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { pageOf } from "@/lib/platform/kernel/page";
import { issue } from "@/lib/platform/language/msg";
import { departments } from "@/lib/policy/departments";
import { ticketStatuses } from "./lifecycle";

export const ticketStatus = z.enum(ticketStatuses);
export const ticketPriority = z.enum(["low", "normal", "high", "urgent"]);
export const department = z.enum(departments);

/** One line: white space between the words becomes a single space. */
export const subjectText = z
  .string()
  .overwrite(oneLine)
  .min(1, issue("Enter a subject."))
  .max(200, issue("A subject can have up to 200 characters. Put the details in the message."));

export const LONGEST_MESSAGE = 20_000;

/** A message's text, in Markdown. Browsers send line ends as CR LF; they are stored as LF. */
export const messageText = z
  .string()
  .overwrite((text) => text.replace(/\r\n?/g, "\n").trim())
  .min(1, issue("Enter a message."))
  .max(LONGEST_MESSAGE, issue("A message can have up to 20,000 characters. Split it into several replies."));

/** The message that the author of a reply saw last. */
export const seenMessage = id.optional().describe("The newest message its author has seen; newer ones are a conflict");

/** What is typed may be empty, and spaces at its end are kept. */
export const draftText = z
  .string()
  .overwrite((text) => text.replace(/\r\n?/g, "\n"))
  .max(LONGEST_MESSAGE, issue("A message can have up to 20,000 characters. Split it into several replies."));
export const draftSubject = z.string().max(200, issue("A subject can have up to 200 characters.")).default("");
export const draftVersion = z
  .int()
  .min(0)
  .max(1_000_000_000)
  .describe("The version it was typed on; 0 if there was none");

export const ticketScore = z.enum(["good", "bad"]);
export const ratingComment = z
  .string()
  .overwrite((text) => text.replace(/\r\n?/g, "\n").trim())
  .max(2_000, issue("A comment can have up to 2,000 characters."));

/** Watchers of one ticket, copied in or by themselves. */
export const MOST_WATCHERS = 50;

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
  attachments: z.array(attachment),
  createdAt: isoDateTime,
});

/** What the viewer has typed and not sent. */
const typedDraft = z.object({ subject: z.string(), message: z.string(), version: z.int() }).nullable();

/** A reply of the viewer that is sent at `sendAt`, unless it is undone; or was held back: they may no longer reply, or it was `overtaken` by messages that they hadn't seen. */
const waitingReply = z.object({
  id,
  body: z.string(),
  /** Names of the files sent with it. */
  files: z.array(z.string()),
  sendAt: isoDateTime,
  heldBack: z.boolean(),
  overtaken: z.boolean(),
});

const ticketWatcher = z.object({
  contactId: id,
  name: z.string(),
  /** Who copied them in; null if they watch by themselves. */
  addedByName: z.string().nullable(),
});

export const ticketRating = z.object({
  score: ticketScore,
  comment: z.string().nullable(),
  ratedByName: z.string(),
  ratedByMe: z.boolean(),
  ratedAt: isoDateTime,
});

/** A new ticket as far as it was typed. */
export const newTicketDraft = typedDraft;

export const ticketDetail = ticketItem.extend({
  closedAt: isoDateTime.nullable(),
  assignedToMe: z.boolean(),
  /** The requested page, oldest first; page 1 holds the newest messages. */
  messages: pageOf(ticketMessage),
  /** The newest message that the viewer may read, for `seen` of a reply. */
  newestMessageId: id.nullable(),
  draft: typedDraft,
  waiting: z.array(waitingReply),
  watching: z.boolean(),
  watchers: z.array(ticketWatcher),
  /** Who can be copied in or mentioned: at most the first hundred. */
  colleagues: z.array(z.object({ contactId: id, name: z.string() })),
  /** Staff who can be mentioned in a note; empty for customers. */
  staff: z.array(z.string()),
  rating: ticketRating.nullable(),
  /** The tickets merged into this one, whose messages are among these. */
  merged: z.array(z.object({ id, number: z.int() })),
  isMerged: z.boolean().describe("Only its conversation goes on, in the ticket that it was merged into"),
  /** That ticket, if the viewer sees it. */
  mergedInto: z.object({ id, number: z.int() }).nullable(),
  /** What the viewer may do with this ticket. */
  allowed: z.object({
    ...{ reply: z.boolean(), close: z.boolean(), note: z.boolean(), assign: z.boolean() },
    ...{ unmerge: z.boolean(), watch: z.boolean(), rate: z.boolean() },
  }),
});

/** A ticket's status after a command. */
export const ticketState = z.object({ id, number: z.int(), status: ticketStatus });

export type TicketItem = z.infer<typeof ticketItem>;
export type TicketDetail = z.infer<typeof ticketDetail>;
export type TicketRating = z.infer<typeof ticketRating>;
export type WaitingReply = z.infer<typeof waitingReply>;
export type TicketMessage = z.infer<typeof ticketMessage>;
