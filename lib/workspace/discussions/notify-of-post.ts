import { env } from "@/lib/platform/config/env";
import { addNotifications } from "@/lib/platform/db/add-notifications";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { groupBy } from "@/lib/platform/kernel/group-by";
import { t } from "@/lib/platform/language/t";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import type { Context } from "@/lib/platform/operations/operation";
import { type GroupRow, groupWithMembers } from "./group-record";
import { DiscussionPost } from "./mail/discussion-post";
import type { Telling } from "./schema";
import { isTold, tellingOf } from "./telling-of";
import type { ThreadRow } from "./thread-record";
import { seesGroup } from "./visible-groups";

interface Post {
  readonly id: string;
  readonly body: string;
  readonly number: number;
  readonly mentioned: readonly { readonly contactId: string }[];
  /** The names of its files. */
  readonly files: readonly string[];
  /** It was edited: those it didn't mention before have been told. */
  readonly onlyMentioned?: true;
}

/**
 * Tells of a new post those who see the group now and want to be told: behind the bell at once, by email at once or in their
 * next digest.
 */
export async function notifyOfPost(context: Context<"account">, thread: ThreadRow, post: Post): Promise<void> {
  const { db, account, actor } = context;
  // Read anew: the post may have invited people.
  const group = await groupWithMembers(context, thread.groupId);
  if (group === null) return;
  const told = await toldOf(context, { thread, group, post });
  const bell = {
    kind: "discussion-post",
    about: { discussionThreadId: thread.id },
    sees: (viewer: Parameters<typeof seesGroup>[0]) => seesGroup(viewer, group),
  };
  const later = told.filter(({ telling }) => telling.frequency !== "atOnce");
  await addNotifications(db, { ...bell, to: later.map(({ person }) => person.subject.personId) });
  const atOnce = told.filter(({ telling }) => telling.frequency === "atOnce");
  for (const [why, readers] of groupBy(atOnce, whyTold)) {
    await sendNotice(db, {
      accountId: account.id,
      kind: "workspace",
      notice: "notices.workspace.receive",
      to: readers.map(({ person }) => person),
      subject: () => t("{thread} ({group})", { thread: thread.title, group: group.name }),
      template: "discussion-post",
      about: { kind: "discussion-post", ids: [thread.id, post.id] },
      body: () =>
        DiscussionPost({
          heading: post.number === 1 ? t("New thread: {title}", { title: thread.title }) : thread.title,
          group: group.name,
          accountName: account.name,
          authorName: actor.name,
          body: post.body,
          files: post.files,
          href: `${env().PORTAL_URL}/a/${account.id}/discussions/threads/${thread.id}`,
          footer: reasonFor(why, { name: actor.name, group: group.name }),
        }),
      stops: stopsOf(why, thread),
      bell,
    });
  }
}

interface Told {
  readonly person: AccountMember;
  readonly telling: Telling;
  readonly mentioned: boolean;
}

async function toldOf(
  { db, actor, roster, members }: Context<"account">,
  { thread, group, post }: { thread: ThreadRow; group: GroupRow; post: Post },
): Promise<Told[]> {
  const subscriptions = await db.threadSubscription.findMany({
    where: { threadId: thread.id },
    select: { contactId: true, level: true, frequency: true },
  });
  const ofThread = new Map(subscriptions.map((one) => [one.contactId, one]));
  const ofGroup = new Map(group.invitations.map((one) => [one.contactId, one]));
  const mentioned = new Set(post.mentioned.map(({ contactId }) => contactId));
  const seeing = (await roster({ given: ["discussions.groups.view-public"] })).filter(
    ({ contactId, hasLogin, viewer }) => hasLogin && contactId !== actor.contactId && seesGroup(viewer, group),
  );
  const wanting = new Map(
    seeing.flatMap(({ contactId }) => {
      const telling = tellingOf({ thread: ofThread.get(contactId) ?? null, group: ofGroup.get(contactId) ?? null });
      const told = { telling, mentioned: mentioned.has(contactId) };
      return isTold(telling, told) && (told.mentioned || !post.onlyMentioned) ? [[contactId, told] as const] : [];
    }),
  );
  const people = wanting.size > 0 ? await members({ ids: [...wanting.keys()] }) : [];
  return noticeRecipients(people, "notices.workspace.receive").flatMap((person) => {
    const told = wanting.get(person.contactId);
    return told === undefined ? [] : [{ person, ...told }];
  });
}

type Why = "mentioned" | Telling["because"];

const whyTold = ({ telling, mentioned }: Told): Why => (mentioned ? "mentioned" : telling.because);

/** One step for the thread; and for the group, if that is why. */
function stopsOf(why: Why, { id, groupId }: ThreadRow) {
  const thread = { kind: "discussion-thread", id, label: () => t("Stop emails about this thread") };
  const group = { kind: "discussion-group", id: groupId, label: () => t("Stop emails about this group") };
  return why === "group" ? ([thread, group] as const) : ([thread] as const);
}

/** Why its reader gets it. */
function reasonFor(why: Why, { name, group }: { readonly name: string; readonly group: string }): string {
  switch (why) {
    case "mentioned":
    case "mention":
      return t("You're receiving this because {name} mentioned you.", {
        name,
      });
    case "thread":
      return t("You're receiving this because you chose emails for this thread.");
    case "group":
      return t("You're receiving this because you joined {group}.", { group });
  }
}
