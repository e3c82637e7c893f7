import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { visibleGroup } from "./group-record";
import { mayUpdate } from "./group-rights";
import { MOST_NAMES, mentionableIn } from "./mentionable-in";

/** The group of a new thread, and who can be mentioned in it. */
export const newThreadChoices = defineQuery({
  name: "discussions.new-thread-choices",
  permission: "discussions.threads.create",
  alsoChecks: ["discussions.groups.view-public", "discussions.groups.view-private", "people.members.view"],
  scope: "account",
  summary: "View what a new thread in a group needs",
  activity: "start a thread",
  input: z.object({ groupId: id }),
  output: z.object({
    group: z.object({ id, name: z.string(), isPrivate: z.boolean() }),
    mentionable: z.array(z.string()).max(MOST_NAMES),
    mayInvite: z.boolean(),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/discussions/{groupId}/thread-choices" },
  run: async (context, { groupId }) => {
    const group = await visibleGroup(context, groupId);
    return {
      group: { id: groupId, name: group.name, isPrivate: group.isPrivate },
      mentionable: await mentionableIn(context, group),
      mayInvite: group.isPrivate && mayUpdate(context, group),
    };
  },
});
