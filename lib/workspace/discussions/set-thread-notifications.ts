import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { viewerOf } from "@/lib/policy/viewer";
import { groupFor } from "./group-record";
import { threadTarget } from "./group-target";
import { scheduleDigest } from "./schedule-digest";
import { frequency, level } from "./schema";
import { lockThread } from "./thread-record";
import { seesGroup } from "./visible-groups";

/** Chooses how somebody is told of a thread: oneself, or for those who may, another member of the account. */
export const setThreadNotifications = defineCommand({
  name: "discussions.set-thread-notifications",
  permission: "discussions.notifications.update",
  alsoChecks: ["discussions.groups.view-public", "discussions.groups.view-private"],
  scope: "account",
  summary: "Choose how you are told of new posts in a thread",
  activity: "change the notifications of a thread",
  input: z.object({
    threadId: id,
    contactId: id.optional().describe("Whose; your own without it"),
    level: level.or(z.literal("group")).describe("`group` follows what is chosen for the group"),
    frequency: frequency.default("atOnce"),
  }),
  output: z.object({ id }),
  http: { method: "PUT", path: "/accounts/{accountId}/discussion-threads/{threadId}/notifications" },
  run: async (context, { threadId, contactId = context.actor.contactId ?? "", level: wanted, frequency: how }) => {
    const { db, account, actor } = context;
    const { title, group } = await lockThread(context, threadId);
    await authorize(context, "discussions.notifications.update", { id: threadId, accountId: account.id, contactId });
    const [person] = contactId === "" ? [] : await context.members({ ids: [contactId] });
    if (person === undefined || !seesGroup(viewerOf(person.subject), await groupFor(context, group, [contactId]))) {
      throw notFound(t("This person can't see the thread."));
    }
    const own = { accountId: account.id, threadId, contactId };
    await db.threadSubscription.deleteMany({ where: own });
    if (wanted !== "group") {
      await db.threadSubscription.create({ data: { ...own, level: wanted, frequency: how } });
      await scheduleDigest(context, how, person);
    }
    const isOthers = contactId !== actor.contactId;
    return {
      output: { id: threadId },
      // What one chooses for oneself concerns nobody else.
      audit: isOthers
        ? {
            summary: group.isPrivate
              ? say("Changed how {person} is notified of a thread in a private discussion group", {
                  person: person.name,
                })
              : say("Changed how {person} is notified of the thread {title}", { person: person.name, title }),
            target: threadTarget(threadId, group),
          }
        : null,
    };
  },
});
