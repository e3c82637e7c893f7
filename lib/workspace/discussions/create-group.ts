import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { chosenParticipants } from "@/lib/workspace/core/participants";
import { groupTarget } from "./group-target";
import { invitePeople } from "./invite-people";
import { scheduleDigest } from "./schedule-digest";
import { groupDescription, groupName } from "./schema";

/** Creates a group, which its creator owns and has joined. A private one stays private: see decision 92. */
export const createGroup = defineCommand({
  name: "discussions.create-group",
  permission: "discussions.groups.create",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "Create a discussion group",
  activity: "create a discussion group",
  input: z.object({
    name: groupName,
    description: groupDescription.default(""),
    isPrivate: z.boolean().describe("Only people who are invited see it"),
    people: z.array(id).max(500).default([]).describe("Contacts to invite"),
  }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/discussions", status: 201 },
  once: true,
  run: async (context, { name, description, isPrivate, people }) => {
    const { db, account, actor, realNow: now } = context;
    const chosen = people.length === 0 ? [] : await chosenParticipants(context, "people", people);
    const data = { accountId: account.id, name, description, isPrivate, ownerContactId: actor.contactId };
    const { id: groupId } = await db.discussionGroup.create({ data, select: { id: true } });
    if (actor.contactId !== null) {
      const own = { accountId: account.id, groupId, contactId: actor.contactId };
      await db.discussionMember.create({ data: { ...own, joinedAt: now } });
      await scheduleDigest(context, "daily");
    }
    await invitePeople(context, groupId, chosen);
    return {
      output: { id: groupId },
      audit: {
        summary: isPrivate ? say("Created a private discussion group") : say("Created the group {name}", { name }),
        target: groupTarget({ id: groupId, isPrivate }),
      },
    };
  },
});
