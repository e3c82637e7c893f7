import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { ofViewer } from "@/lib/workspace/core/of-viewer";
import { visibleGroups } from "./visible-groups";

const columns = {
  id: true,
  name: true,
  description: true,
  isPrivate: true,
  ownerContactId: true,
  version: true,
  createdAt: true,
} as const satisfies Prisma.DiscussionGroupSelect;

const ofMember = { contactId: true, joinedAt: true, level: true, frequency: true } as const;

/** A group's details, and what the viewer's own access to it depends on. */
export const groupColumns = ({ viewer }: Pick<Context, "viewer">) =>
  ({ ...columns, invitations: { where: ofViewer(viewer), select: ofMember } }) satisfies Prisma.DiscussionGroupSelect;

export type GroupRow = Prisma.DiscussionGroupGetPayload<{ select: ReturnType<typeof groupColumns> }>;

/** A group with all who are invited, to decide who else sees it; null if there is none. The caller has seen it. */
export const groupWithMembers = ({ db }: Pick<Context, "db">, id: string): Promise<GroupRow | null> =>
  db.discussionGroup.findFirst({ where: { id }, select: { ...columns, invitations: { select: ofMember } } });

/** The same with the invitations of these contacts, of whom it is asked whether they see it. */
export async function groupFor<G extends GroupRow>(
  { db }: Pick<Context, "db">,
  group: G,
  ids: readonly string[],
): Promise<G> {
  if (!group.isPrivate) return group;
  const where = { groupId: group.id, contactId: { in: [...ids] } };
  return { ...group, invitations: await db.discussionMember.findMany({ where, select: ofMember }) };
}

/** A group that the viewer may see. Throws `not-found` for all others: nobody learns that a private one exists. */
export async function visibleGroup(context: Context, groupId: string): Promise<GroupRow> {
  const where = { AND: [visibleGroups(context), { id: groupId }] };
  const group = await context.db.discussionGroup.findFirst({ where, select: groupColumns(context) });
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
