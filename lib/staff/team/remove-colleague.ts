import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { changeTeam } from "./change-team";
import { knownColleague } from "./known-colleague";

/**
 * Removes a team member. Their login is kept, so they can become a customer's contact; the database ends their sessions and
 * tokens in the same transaction.
 */
export const removeColleague = defineCommand({
  name: "staff.remove-colleague",
  permission: "staff.team.manage",
  scope: "staff",
  summary: "Remove a team member, and end their sessions and API tokens",
  activity: "remove a team member",
  input: z.object({ personId: id }),
  output: z.object({ personId: id }),
  http: { method: "DELETE", path: "/staff/team/{personId}" },
  run: async (context, { personId }) => {
    const { roles, person } = await knownColleague(context, personId);
    await changeTeam(() => context.db.staffMember.deleteMany({ where: { personId } }));
    return {
      output: { personId },
      audit: {
        summary: say("Removed {name} from the team", { name: person.name }),
        target: { type: "person", id: personId },
        details: { before: roles },
      },
    };
  },
});
