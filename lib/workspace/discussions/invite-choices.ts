import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { participants } from "@/lib/workspace/core/participants";
import { MOST_PARTICIPANTS } from "@/lib/workspace/core/schema";
import { visibleGroup } from "./group-record";
import { updatePermission } from "./group-rights";

/** Who isn't in a group yet, for those who may invite to it. */
export const inviteChoices = defineQuery({
  name: "discussions.invite-choices",
  permission: "discussions.groups.update-public",
  alsoChecks: [
    "discussions.groups.view-private",
    "discussions.groups.view-public",
    "discussions.groups.update-private",
  ],
  alsoNeeds: ["people.members.view"],
  scope: "account",
  summary: "List who can be invited to a discussion group",
  activity: "invite people to a discussion group",
  input: z.object({ groupId: id }),
  output: z.object({
    people: z.array(z.object({ id, name: z.string(), detail: z.string().nullable() })).max(MOST_PARTICIPANTS),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/discussions/{groupId}/invite-choices" },
  run: async (context, { groupId }) => {
    const group = await visibleGroup(context, groupId);
    await authorize(context, updatePermission(group), group);
    return { people: await participants(context, { discussionMembers: { none: { groupId } } }) };
  },
});
