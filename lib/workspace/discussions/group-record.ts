import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { visibleGroups } from "./visible-groups";

/** What decisions about a group depend on, and its details. Of a group, all who are invited: an account's people at most. */
export const groupColumns = {
  id: true,
  name: true,
  description: true,
  isPrivate: true,
  ownerContactId: true,
  version: true,
  createdAt: true,
  invitations: { select: { contactId: true, joinedAt: true, level: true, frequency: true } },
} as const satisfies Prisma.DiscussionGroupSelect;

export type GroupRow = Prisma.DiscussionGroupGetPayload<{ select: typeof groupColumns }>;

/** A group that the viewer may see. Throws `not-found` for all others: nobody learns that a private one exists. */
export async function visibleGroup(context: Context, groupId: string): Promise<GroupRow> {
  const where = { AND: [visibleGroups(context), { id: groupId }] };
  const group = await context.db.discussionGroup.findFirst({ where, select: groupColumns });
  if (group === null) throw notFound(t("Discussion group not found."));
  return group;
}

/** The same without who is in it, for lists: read next to them, in one statement. */
export async function requireGroup(context: Context, groupId: string): Promise<{ ownerContactId: string | null }> {
  const where = { AND: [visibleGroups(context), { id: groupId }] };
  const group = await context.db.discussionGroup.findFirst({ where, select: { ownerContactId: true } });
  if (group === null) throw notFound(t("Discussion group not found."));
  return group;
}
