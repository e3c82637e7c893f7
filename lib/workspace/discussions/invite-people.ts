import { env } from "@/lib/platform/config/env";
import { t } from "@/lib/platform/language/t";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import type { Context } from "@/lib/platform/operations/operation";
import { viewerOf } from "@/lib/policy/viewer";
import { groupWithMembers } from "./group-record";
import { GroupInvitation } from "./mail/group-invitation";
import { seesGroup } from "./visible-groups";

interface Invited {
  /** Of the contact. */
  readonly id: string;
  readonly name: string;
}

/** Invites people to a group and mails those who weren't yet. Returns them. */
export async function invitePeople(
  context: Context<"account">,
  groupId: string,
  people: readonly Invited[],
): Promise<Invited[]> {
  const { db, account, actor } = context;
  if (people.length === 0) return [];
  const created = await db.discussionMember.createManyAndReturn({
    data: people.map(({ id: contactId }) => ({
      accountId: account.id,
      groupId,
      contactId,
      invitedByName: actor.name,
    })),
    skipDuplicates: true,
    select: { contactId: true },
  });
  const isNew = new Set(created.map(({ contactId }) => contactId));
  const group = await groupWithMembers(context, groupId);
  if (group === null || isNew.size === 0) return [];
  const told = await context.members({ ids: [...isNew].filter((one) => one !== actor.contactId) });
  const to = noticeRecipients(told, "notices.workspace.receive").filter(
    ({ hasLogin, subject }) => hasLogin && seesGroup(viewerOf(subject), group),
  );
  await sendNotice(db, {
    accountId: account.id,
    kind: "workspace",
    notice: "notices.workspace.receive",
    to,
    subject: () => t("{name} invited you to {group}", { name: actor.name, group: group.name }),
    template: "group-invitation",
    about: { kind: "discussion-group", ids: [groupId] },
    bell: {
      kind: "discussion-invitation",
      about: { discussionGroupId: groupId },
      sees: (viewer) => seesGroup(viewer, group),
    },
    body: () =>
      GroupInvitation({
        invitedBy: actor.name,
        group,
        accountName: account.name,
        href: `${env().PORTAL_URL}/a/${account.id}/discussions/${groupId}`,
      }),
  });
  return people.filter(({ id }) => isNew.has(id));
}
