import { z } from "zod";
import { personToPreview } from "@/lib/accounts/core/person-to-change";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { id } from "@/lib/platform/kernel/ids";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { removalPreview } from "./schema";

/** What a person loses in the workspace when they are removed: shown before it is confirmed. */
export const previewRemoval = defineQuery({
  name: "people.preview-removal",
  permission: "people.members.remove",
  alsoChecks: [
    "discussions.groups.view-public",
    "discussions.groups.view-private",
    "documents.view",
    "meetings.view",
    "decisions.search",
    "actions.view",
  ],
  scope: "account",
  summary: "Preview what a person's removal ends in the workspace",
  activity: "preview a removal",
  input: z.object({ contactId: id }),
  output: removalPreview,
  http: { method: "GET", path: "/accounts/{accountId}/people/{contactId}/removal" },
  run: async (context, { contactId }) => {
    const { db, account, realNow } = context;
    await personToPreview(context, contactId, "people.members.remove");
    const mine = { accountId: account.id, contactId };
    const group = groupsSeen(context);
    const meeting: Prisma.MeetingWhereInput = accessibleWhere(context, "meetings.view", {
      status: { not: "cancelled" as const },
      startsAt: { gt: realNow },
    });
    const decision: Prisma.DecisionWhereInput = accessibleWhere(context, "decisions.search", {
      status: { in: ["draft" as const, "open" as const] },
    });
    const led = { AND: [decision, { chairContactId: contactId }] };
    const chaired = { AND: [meeting, { OR: [{ chairContactId: contactId }, { minuteTakerContactId: contactId }] }] };
    const [groups, folders, meetings, decisions, actions, ...leads] = await Promise.all([
      db.discussionMember.count({ where: { ...mine, group } }),
      db.folderAccess.count({
        where: { ...mine, folder: accessibleWhere(context, "documents.view", { deletedAt: null }) },
      }),
      db.meetingInvitation.count({ where: { ...mine, meeting } }),
      db.decisionInvitation.count({ where: { ...mine, decision } }),
      db.actionAssignment.count({
        where: {
          ...mine,
          action: accessibleWhere(context, "actions.view", { status: { notIn: ["complete", "closed"] } }),
        },
      }),
      db.discussionGroup.count({ where: { AND: [group, { ownerContactId: contactId }] } }),
      db.meeting.count({ where: chaired }),
      db.decision.count({ where: led }),
    ]);
    return { contactId, groups, folders, meetings, decisions, actions, leads: leads.reduce((a, b) => a + b, 0) };
  },
});

/** As the area has it: whoever may not see public groups sees none. */
function groupsSeen(context: Context<"account">): Prisma.DiscussionGroupWhereInput {
  const open: Prisma.DiscussionGroupWhereInput = accessibleWhere(context, "discussions.groups.view-public", {
    isPrivate: false,
  });
  if (!canSome(context.viewer, "discussions.groups.view-public")) return open;
  return { OR: [open, accessibleWhere(context, "discussions.groups.view-private", { isPrivate: true })] };
}
