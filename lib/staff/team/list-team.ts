import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { countedBy, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
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

/** Team members with their staff roles. */
export const listTeam = defineQuery({
  name: "staff.list-team",
  permission: "staff.team.manage",
  scope: "staff",
  summary: "List the team and their roles",
  activity: "view the team",
  input: z.object({
    personId: id.optional().describe("Only this person"),
    ...pageInput,
    ...sortInput(orders, "name", "asc"),
  }),
  output: pageOf(colleague),
  http: { method: "GET", path: "/staff/team" },
  run: async ({ db, actor }, { personId, page, sort, direction }) => {
    const where = personId === undefined ? {} : { personId };
    const members = db.staffMember.findMany({
      where,
      select: {
        personId: true,
        jobTitle: true,
        roles: true,
        createdAt: true,
        person: { select: { name: true, email: true, emailVerifiedAt: true } },
      },
      orderBy: [...orders[sort](direction), { personId: direction }],
      ...pageSlice(page),
    });
    const [found, total] = await Promise.all([
      members,
      db.staffMember.count({ where, ...countedBy({ createdAt: "desc" }) }),
    ]);
    const items = found.map(({ person: { name, email, emailVerifiedAt }, createdAt, ...member }) => ({
      ...member,
      name,
      email,
      since: iso(createdAt),
      canSignIn: emailVerifiedAt !== null,
      isYou: member.personId === actor.personId,
    }));
    return pageResult(items, total, page);
  },
});
