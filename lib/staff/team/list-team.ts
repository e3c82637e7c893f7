import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { colleague } from "@/lib/staff/core/schema";

const orders = {
  name: (sort) => [{ person: { nameSearch: sort } }],
  job: (sort) => [{ jobTitle: sort }, { person: { nameSearch: "asc" } }],
  standing: (sort) => [
    { person: { emailVerifiedAt: { sort, nulls: sort === "asc" ? "last" : "first" } } },
    { person: { nameSearch: "asc" } },
  ],
  since: (sort) => [{ createdAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.StaffMemberOrderByWithRelationInput[]>;

/** All team members with their staff roles. */
export const listTeam = defineQuery({
  name: "staff.list-team",
  permission: "staff.team.manage",
  scope: "staff",
  summary: "List the team and their roles",
  activity: "view the team",
  input: z.object(sortInput(orders, "name", "asc")),
  output: z.object({ items: z.array(colleague) }),
  http: { method: "GET", path: "/staff/team" },
  run: async ({ db, actor }, { sort, direction }) => {
    const found = await db.staffMember.findMany({
      select: {
        personId: true,
        jobTitle: true,
        roles: true,
        createdAt: true,
        person: { select: { name: true, email: true, emailVerifiedAt: true } },
      },
      orderBy: [...orders[sort](direction), { personId: direction }],
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
