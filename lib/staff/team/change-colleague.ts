import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { saidRoles } from "@/lib/staff/core/roles-in-words";
import { jobTitle, staffRoles } from "@/lib/staff/core/schema";
import { changeTeam } from "./change-team";
import { knownColleague } from "./known-colleague";

/** Changes a team member's roles, effective on their next request. */
export const changeColleague = defineCommand({
  name: "staff.change-colleague",
  permission: "staff.team.manage",
  scope: "staff",
  summary: "Change a team member's roles",
  activity: "change a team member's roles",
  stepUp: "with-factor",
  input: z.object({ personId: id, jobTitle, roles: staffRoles }),
  output: z.object({ personId: id, roles: staffRoles }),
  http: { method: "PUT", path: "/staff/team/{personId}" },
  run: async (context, { personId, jobTitle, roles }) => {
    const before = await knownColleague(context, personId);
    await changeTeam(() => context.db.staffMember.updateMany({ where: { personId }, data: { roles, jobTitle } }));
    return {
      output: { personId, roles },
      audit: {
        summary: say("Changed {name}'s staff roles to {roles}", {
          name: before.person.name,
          roles: saidRoles(roles),
        }),
        target: { type: "person", id: personId },
        details: { before: before.roles, after: roles },
      },
    };
  },
});
