import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { visibleGroup } from "./group-record";
import { authorizeUpdate } from "./group-rights";
import { groupDetail } from "./schema";
import { presentGroup } from "./view-group";

/** A group, for those who may change it. */
export const viewGroupSettings = defineQuery({
  name: "discussions.view-group-settings",
  permission: "discussions.groups.update-public",
  alsoChecks: [
    "discussions.groups.view-public",
    "discussions.groups.view-private",
    "discussions.groups.update-private",
  ],
  scope: "account",
  summary: "View a discussion group to change it",
  activity: "change a discussion group",
  input: z.object({ groupId: id }),
  output: groupDetail,
  http: { method: "GET", path: "/accounts/{accountId}/discussions/{groupId}/settings" },
  run: async (context, { groupId }) => {
    const group = await visibleGroup(context, groupId);
    await authorizeUpdate(context, group);
    return presentGroup(context, group);
  },
});
