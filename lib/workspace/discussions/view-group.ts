import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can, canSome } from "@/lib/policy/evaluate";
import { type GroupRow, visibleGroup } from "./group-record";
import { mayJoin, mayUpdate } from "./group-rights";
import { membershipIn } from "./list-groups";
import { groupDetail } from "./schema";
import { tellingOf } from "./telling-of";

/** One discussion group, and what the viewer may do in it. Its threads are a list of their own. */
export const viewGroup = defineQuery({
  name: "discussions.view-group",
  permission: "discussions.groups.view-public",
  alsoChecks: ["discussions.groups.view-private"],
  scope: "account",
  summary: "View a discussion group",
  activity: "view a discussion group",
  input: z.object({ groupId: id }),
  output: groupDetail,
  http: { method: "GET", path: "/accounts/{accountId}/discussions/{groupId}" },
  run: async (context, { groupId }) => presentGroup(context, await visibleGroup(context, groupId)),
});

/** A group as this viewer sees it. */
export async function presentGroup(context: Context<"account">, group: GroupRow): Promise<z.input<typeof groupDetail>> {
  const { contactId } = context.actor;
  const own = group.invitations.find((one) => one.contactId === contactId);
  const { id: groupId, name, description, isPrivate, version, createdAt, ownerContactId } = group;
  return {
    ...{ id: groupId, name, description, isPrivate, version, createdAt: iso(createdAt) },
    ownerName: await nameOf(context, ownerContactId),
    ownedByMe: ownerContactId !== null && ownerContactId === contactId,
    membership: membershipIn(own),
    members: await context.db.discussionMember.count({ where: { groupId, joinedAt: { not: null } } }),
    telling: own?.joinedAt ? tellingOf({ thread: null, group: own }) : null,
    allowed: allowedIn(context, group, own),
  };
}

function allowedIn({ viewer, actor }: Context, group: GroupRow, own: { joinedAt: Date | null } | undefined) {
  const update = mayUpdate({ viewer }, group);
  return {
    join: !own?.joinedAt && mayJoin({ viewer }, group),
    leave: own !== undefined && group.ownerContactId !== actor.contactId,
    update,
    remove: can(viewer, "discussions.groups.delete", group),
    invite: update && canSome(viewer, "people.members.view"),
    startThread: canSome(viewer, "discussions.threads.create"),
  };
}

async function nameOf({ db }: Context, id: string | null): Promise<string | null> {
  if (id === null) return null;
  return (await db.contact.findFirst({ where: { id }, select: { name: true } }))?.name ?? null;
}
