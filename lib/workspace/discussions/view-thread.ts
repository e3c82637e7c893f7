import { z } from "zod";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can, canSome } from "@/lib/policy/evaluate";
import { mayUpdate } from "./group-rights";
import { mentionableIn } from "./mentionable-in";
import { threadDetail } from "./schema";
import { tellingOf } from "./telling-of";
import { type ThreadRow, visibleThread } from "./thread-record";

/** One thread, how the viewer is told of it and why, and what they may do in it. Its posts are a list of their own. */
export const viewThread = defineQuery({
  name: "discussions.view-thread",
  permission: "discussions.groups.view-public",
  alsoChecks: ["discussions.groups.view-private", "people.members.view"],
  scope: "account",
  summary: "View a thread",
  activity: "view a thread",
  input: z.object({ threadId: id }),
  output: threadDetail,
  http: { method: "GET", path: "/accounts/{accountId}/discussion-threads/{threadId}" },
  run: async (context, { threadId }) => {
    const thread = await visibleThread(context, threadId);
    const { group, startedByName, pinned, closedAt, closedByName, createdAt, lastNumber, title } = thread;
    const key = { threadId, contactId: context.actor.contactId ?? "" };
    const [reading, subscription] = await Promise.all([
      context.db.discussionReading.findFirst({ where: key, select: { readNumber: true } }),
      context.db.threadSubscription.findFirst({ where: key, select: { level: true, frequency: true } }),
    ]);
    const own = group.invitations.find(({ contactId }) => contactId === key.contactId) ?? null;
    return {
      ...{ id: threadId, title, startedByName, isPinned: pinned === 1, closedByName, lastNumber },
      group: { id: group.id, name: group.name, isPrivate: group.isPrivate },
      closedAt: isoOrNull(closedAt),
      createdAt: iso(createdAt),
      readNumber: reading?.readNumber ?? 0,
      telling: tellingOf({ thread: subscription, group: own }),
      mentionable: await mentionableIn(context, group),
      allowed: allowedOn(context, thread),
    };
  },
});

function allowedOn({ viewer, account, actor }: Context<"account">, { id, closedAt, group }: ThreadRow) {
  const manage = mayUpdate({ viewer }, group);
  const own = { id, accountId: account.id, contactId: actor.contactId ?? "" };
  return {
    reply: closedAt === null && canSome(viewer, "discussions.replies.create"),
    inviteMentioned: group.isPrivate && manage,
    manage,
    remove: can(viewer, "discussions.threads.delete"),
    telling: actor.contactId !== null && can(viewer, "discussions.notifications.update", own),
  };
}
