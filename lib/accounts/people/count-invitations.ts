import { z } from "zod";
import { countedBy, countOutput, countResult } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { visiblePeople } from "./person-record";

/** How many people haven't joined yet: for the tab. */
export const countInvitations = defineQuery({
  name: "people.count-invitations",
  permission: "people.members.view",
  scope: "account",
  summary: "Count pending invitations",
  activity: "view pending invitations",
  input: z.object({}),
  output: countOutput,
  http: { method: "GET", path: "/accounts/{accountId}/people/invitation-count" },
  run: async (context) => {
    const where = visiblePeople(context, "member", { status: "invited" });
    return countResult(await context.db.contact.count({ where, ...countedBy({ nameSearch: "asc" }) }));
  },
});
