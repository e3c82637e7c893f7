import { z } from "zod";
import { DiscussionFrequency, DiscussionLevel } from "@/lib/platform/db/enum-values";
import { attachment } from "@/lib/platform/files/schema";
import { MOST_FILES } from "@/lib/platform/files/start-file";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
import { issue } from "@/lib/platform/language/msg";

export const groupName = z
  .string()
  .overwrite(oneLine)
  .min(1, issue("Enter a name for the group."))
  .max(100, issue("A group's name can have up to 100 characters."));

export const groupDescription = z
  .string()
  .overwrite((text) => text.replace(/\r\n?/g, "\n").trim())
  .max(1_000, issue("A description can have up to 1,000 characters."));

export const threadTitle = z
  .string()
  .overwrite(oneLine)
  .min(1, issue("Enter a title."))
  .max(200, issue("A title can have up to 200 characters. Put the details in the message."));

/** A post's text, in Markdown. Browsers send line ends as CR LF; they are stored as LF. */
export const postText = z
  .string()
  .overwrite((text) => text.replace(/\r\n?/g, "\n").trim())
  .min(1, issue("Enter a message."))
  .max(20_000, issue("A message can have up to 20,000 characters. Split it into several replies."));

export const level = z.enum(DiscussionLevel).describe("Of what: nothing, posts that mention you, or all posts");
export const frequency = z.enum(DiscussionFrequency).describe("How the emails come");

/** People chosen in one form. */
export const chosenPeople = z.array(id).min(1, issue("Choose at least one person.")).max(500);

export const inviteMentioned = z
  .boolean()
  .default(false)
  .describe("Invite people who are mentioned and can't see the group yet");

/** Whether the viewer takes part in a group. */
const membership = z.enum(["none", "invited", "joined"]);

export const telling = z.object({
  level,
  frequency,
  because: z
    .enum(["thread", "group", "mention"])
    .describe("Where it was chosen: for the thread, the group, or nowhere"),
});

/** A group of many threads has its unread ones looked for among as many of its newest: decision 125. */
export const UNREAD_AMONG = 100;

export const groupItem = z.object({
  id,
  name: z.string(),
  description: z.string(),
  isPrivate: z.boolean(),
  membership,
  members: z.int().describe(`At most ${COUNT_LIMIT}, where counting stops`),
  threads: z.int().describe(`At most ${COUNT_LIMIT}, where counting stops`),
  unread: z
    .int()
    .describe("Of the newest threads, those with posts since you joined that you haven't read; at most 100"),
  lastReplyAt: isoDateTime.nullable(),
});

export const groupDetail = z.object({
  id,
  name: z.string(),
  description: z.string(),
  isPrivate: z.boolean(),
  version: z.int(),
  createdAt: isoDateTime,
  ownerName: z.string().nullable(),
  ownedByMe: z.boolean(),
  membership,
  members: z.int(),
  /** How the viewer is told of new posts in it. */
  telling: telling.nullable(),
  allowed: z.object({
    ...{ join: z.boolean(), leave: z.boolean(), update: z.boolean(), remove: z.boolean() },
    ...{ invite: z.boolean(), startThread: z.boolean() },
  }),
});

export const memberItem = z.object({
  contactId: id,
  name: z.string(),
  joinedAt: isoDateTime.nullable().describe("Null while they are only invited"),
  invitedByName: z.string().nullable(),
  isOwner: z.boolean(),
  isMe: z.boolean(),
});

export const threadItem = z.object({
  id,
  title: z.string(),
  startedByName: z.string(),
  isPinned: z.boolean(),
  closed: z.boolean(),
  replies: z.int().describe("Without the opening post"),
  unread: z.int(),
  createdAt: isoDateTime,
  lastReplyAt: isoDateTime,
});

export const threadDetail = z.object({
  id,
  title: z.string(),
  group: z.object({ id, name: z.string(), isPrivate: z.boolean() }),
  startedByName: z.string(),
  isPinned: z.boolean(),
  closedAt: isoDateTime.nullable(),
  closedByName: z.string().nullable(),
  createdAt: isoDateTime,
  lastNumber: z.int(),
  /** The newest post that the viewer has read. */
  readNumber: z.int(),
  telling,
  /** Names that can be mentioned: at most the first hundred who see the group. */
  mentionable: z.array(z.string()).max(100),
  allowed: z.object({
    ...{ reply: z.boolean(), inviteMentioned: z.boolean(), manage: z.boolean(), remove: z.boolean() },
    telling: z.boolean(),
  }),
});

export const replyItem = z.object({
  id,
  number: z.int(),
  authorName: z.string(),
  mine: z.boolean(),
  body: z.string().describe("Empty once it is deleted"),
  version: z.int(),
  createdAt: isoDateTime,
  editedAt: isoDateTime.nullable(),
  editedByName: z.string().nullable(),
  deletedByName: z.string().nullable(),
  attachments: z.array(attachment).max(MOST_FILES),
  allowed: z.object({ update: z.boolean(), remove: z.boolean() }),
});

export const revisionItem = z.object({
  id,
  version: z.int(),
  body: z.string(),
  files: z.array(z.string()).max(MOST_FILES).describe("The names of the files it had"),
  replacedBy: z.string(),
  replacedAt: isoDateTime,
});

export type Telling = z.infer<typeof telling>;
export type GroupItem = z.infer<typeof groupItem>;
export type GroupDetail = z.infer<typeof groupDetail>;
export type MemberItem = z.infer<typeof memberItem>;
export type ThreadItem = z.infer<typeof threadItem>;
export type ThreadDetail = z.infer<typeof threadDetail>;
export type ReplyItem = z.infer<typeof replyItem>;
export type RevisionItem = z.infer<typeof revisionItem>;
