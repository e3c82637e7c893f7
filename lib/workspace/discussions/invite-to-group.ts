import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { chosenParticipants } from "@/lib/workspace/core/participants";
import { authorizeUpdate } from "./group-rights";
import { groupTarget } from "./group-target";
import { invitePeople } from "./invite-people";
import { lockGroup } from "./lock-group";
import { chosenPeople } from "./schema";

/** Invites people of the account to a group. They see a private one from then on, and get an email. */
export const inviteToGroup = defineCommand({
  name: "discussions.invite",
  permission: "discussions.groups.update-public",
  alsoChecks: [
    "discussions.groups.view-private",
    "discussions.groups.view-public",
    "discussions.groups.update-private",
  ],
  alsoNeeds: ["people.members.view"],
  scope: "account",
  summary: "Invite people to a discussion group",
  activity: "invite people to a discussion group",
  input: z.object({ groupId: id, people: chosenPeople.describe("Contacts") }),
  output: z.object({ id, invited: z.int() }),
  http: { method: "POST", path: "/accounts/{accountId}/discussions/{groupId}/invitations", status: 201 },
  run: async (context, { groupId, people }) => {
    const group = await lockGroup(context, groupId);
    const permission = await authorizeUpdate(context, group);
    const invited = await invitePeople(context, groupId, await chosenParticipants(context, "people", people));
    if (invited.length === 0) throw new Problem("conflict", t("They are already in this group or invited to it."));
    const { name, isPrivate } = group;
    const count = invited.length;
    return {
      output: { id: groupId, invited: count },
      audit: {
        summary: isPrivate
          ? say("Invited {count, plural, one {# person} other {# people}} to a private discussion group", { count })
          : say("Invited {count, plural, one {# person} other {# people}} to the group {name}", { count, name }),
        target: groupTarget(group),
        permission,
      },
    };
  },
});
