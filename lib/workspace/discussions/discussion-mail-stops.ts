import { msg } from "@/lib/platform/language/msg";
import type { MailStop } from "@/lib/platform/operations/mail-stop";
import { visibleGroups } from "./visible-groups";

/** Turns a thread, or a group that somebody has joined, off for them: mail, digest and bell follow what is chosen for it. */
export const discussionMailStops: readonly MailStop[] = [
  {
    kind: "discussion-thread",
    what: msg("A discussion thread"),
    nameOf: async (reader, id) => {
      const where = { accountId: reader.account.id, id, group: { is: visibleGroups(reader) } };
      return (await reader.db.discussionThread.findFirst({ where, select: { title: true } }))?.title ?? null;
    },
    turnOff: async ({ db, account, contact }, threadId) => {
      const own = { accountId: account.id, threadId, contactId: contact?.contactId ?? "" };
      const off = { level: "none", frequency: "atOnce" } as const;
      const created = await db.threadSubscription.createMany({ data: { ...own, ...off }, skipDuplicates: true });
      if (created.count > 0) return true;
      const { count } = await db.threadSubscription.updateMany({
        where: { ...own, level: { not: "none" } },
        data: off,
      });
      return count > 0;
    },
  },
  {
    kind: "discussion-group",
    what: msg("A discussion group"),
    nameOf: async (reader, id) => {
      const joined = { some: { contactId: reader.contact?.contactId ?? "", joinedAt: { not: null } } };
      const where = { AND: [visibleGroups(reader), { id, invitations: joined }] };
      return (await reader.db.discussionGroup.findFirst({ where, select: { name: true } }))?.name ?? null;
    },
    turnOff: async ({ db, account, contact }, groupId) => {
      const own = { accountId: account.id, groupId, contactId: contact?.contactId ?? "", joinedAt: { not: null } };
      const { count } = await db.discussionMember.updateMany({
        where: { ...own, level: { not: "none" } },
        data: { level: "none" },
      });
      return count > 0;
    },
  },
];
