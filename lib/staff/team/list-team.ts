import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { defineQuery } from "@/lib/platform/operations/operation";
import { colleague } from "@/lib/staff/core/schema";

/** Everybody on the staff, with the roles they hold. */
export const listTeam = defineQuery({
  name: "staff.team",
  permission: "staff.team.manage",
  scope: "staff",
  summary: "List the staff and their roles",
  input: z.object({}),
  output: z.object({ items: z.array(colleague) }),
  http: { method: "GET", path: "/staff/team" },
  run: async ({ db, actor }) => {
    const found = await db.staffMember.findMany({
      select: {
        personId: true,
        jobTitle: true,
        roles: true,
        createdAt: true,
        person: { select: { name: true, email: true, emailVerifiedAt: true } },
      },
      orderBy: [{ person: { name: "asc" } }, { personId: "asc" }],
    });
    return {
      items: found.map(({ person: { name, email, emailVerifiedAt }, createdAt, ...member }) => ({
        ...member,
        name,
        email,
        since: iso(createdAt),
        canSignIn: emailVerifiedAt !== null,
        isYou: member.personId === actor.personId,
      })),
    };
  },
});
