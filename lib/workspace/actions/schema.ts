import { z } from "zod";
import { calendarDay } from "@/lib/platform/kernel/calendar-day";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { pageOf } from "@/lib/platform/kernel/page";
import { issue, msg, type Sentence } from "@/lib/platform/language/msg";
import { namedMeeting } from "@/lib/workspace/core/schema";

export const actionStatuses = ["notStarted", "onHold", "inProgress", "complete", "closed"] as const;
/** Of one person's part. An action as a whole can also be closed, which says that nothing more is expected of anyone. */
export const progressStatuses = ["notStarted", "onHold", "inProgress", "complete"] as const;

export const actionStatus = z.enum(actionStatuses);
export const progressStatus = z.enum(progressStatuses);

export type ActionStatus = z.infer<typeof actionStatus>;
export type ProgressStatus = z.infer<typeof progressStatus>;

export const statusNames: Readonly<Record<ActionStatus, Sentence>> = {
  notStarted: msg("Not yet started"),
  onHold: msg("On hold"),
  inProgress: msg("In progress"),
  complete: msg("Complete"),
  closed: msg("Closed"),
};

export const MOST_ASSIGNEES = 50;

const lines = (text: string) => text.replace(/\r\n?/g, "\n").trim();

export const actionTitle = z
  .string()
  .overwrite(oneLine)
  .min(1, issue("Enter what is to be done."))
  .max(200, issue("A title can have up to 200 characters. Put the rest in the details."));

export const actionDetails = z
  .string()
  .overwrite(lines)
  .max(20_000, issue("Details can have up to 20,000 characters."))
  .default("");

export const dueOn = calendarDay.nullable().default(null).describe("The last day on which it is on time, or null");

export const assigneeIds = z
  .array(id)
  .max(MOST_ASSIGNEES, issue("An action can have up to 50 assignees."))
  .default([])
  .describe("Members of the account");

export const progressNote = z
  .string()
  .overwrite(lines)
  .max(2_000, issue("A note can have up to 2,000 characters."))
  .default("");

export const commentText = z
  .string()
  .overwrite(lines)
  .min(1, issue("Enter a comment."))
  .max(20_000, issue("A comment can have up to 20,000 characters."));

export const actionItem = z.object({
  id,
  number: z.int(),
  title: z.string(),
  status: actionStatus,
  dueOn: z.iso.date().nullable(),
  /** Past its due date in the viewer's time zone, and neither complete nor closed. */
  overdue: z.boolean(),
  assignees: z.array(z.object({ contactId: id, name: z.string() })).max(MOST_ASSIGNEES),
  assignedToMe: z.boolean(),
  changedAt: isoDateTime,
  version: z.int(),
  /** The viewer may update it. */
  updatable: z.boolean(),
  /** It was agreed in a meeting, whether or not the viewer may see that. */
  fromMeeting: z.boolean(),
  /** The meeting, if the viewer may see it. */
  meeting: namedMeeting.nullable(),
});

const assignee = z.object({
  contactId: id,
  name: z.string(),
  status: progressStatus,
  note: z.string(),
  assignedByName: z.string(),
  assignedAt: isoDateTime,
  reportedAt: isoDateTime.nullable(),
  mine: z.boolean(),
});

export const actionComment = z.object({
  id,
  authorName: z.string(),
  mine: z.boolean(),
  /** A note that only the viewer, who wrote it, can see. */
  private: z.boolean(),
  body: z.string(),
  createdAt: isoDateTime,
  deletable: z.boolean(),
});

export const actionDetail = actionItem.extend({
  details: z.string(),
  /** The agenda item it was agreed under, if the viewer may read that. */
  itemTitle: z.string().nullable(),
  createdByName: z.string(),
  createdAt: isoDateTime,
  assignees: z.array(assignee).max(MOST_ASSIGNEES),
  /** The requested page, oldest first; page 1 holds the newest comments. */
  comments: pageOf(actionComment),
  /** What the viewer may do with this action. */
  allowed: z.object({ update: z.boolean(), assign: z.boolean(), resend: z.boolean() }),
});

export const changeKinds = [
  "created",
  "title",
  "details",
  "dueOn",
  "status",
  "assigned",
  "unassigned",
  "progress",
  "resent",
] as const;

export const actionChange = z.object({
  id,
  at: isoDateTime,
  byName: z.string(),
  what: z.enum(changeKinds),
  /** Whose part it is about. */
  personName: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** An action after a command. */
export const actionState = z.object({ id, number: z.int(), status: actionStatus, version: z.int() });

export type ActionItem = z.infer<typeof actionItem>;
export type ActionDetail = z.infer<typeof actionDetail>;
export type ActionAssignee = z.infer<typeof assignee>;
export type ActionComment = z.infer<typeof actionComment>;
export type ActionChange = z.infer<typeof actionChange>;
export type ChangeKind = ActionChange["what"];
