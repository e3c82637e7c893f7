import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { titlesLike } from "@/lib/workspace/core/contents-like";
import { type GroupFacts, groupFacts } from "./group-facts";
import { groupItem } from "./schema";
import { visibleGroups } from "./visible-groups";

const orders = {
  name: (sort) => [{ nameSearch: sort }],
  created: (sort) => [{ createdAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.DiscussionGroupOrderByWithRelationInput[]>;

/** The public groups and those private ones that the viewer is invited to. */
export const listGroups = defineQuery({
  name: "discussions.list-groups",
  permission: "discussions.groups.view-public",
  alsoChecks: ["discussions.groups.view-private"],
  scope: "account",
  summary: "List discussion groups",
  activity: "view discussion groups",
  input: z.object({
    q: z.string().trim().max(200).optional().describe("Part of the name"),
    mine: z.boolean().optional().describe("Only those you have joined"),
    ...cursorInput,
    ...sortInput(orders, "name", "asc"),
  }),
  output: cursorPageOf(groupItem),
  http: { method: "GET", path: "/accounts/{accountId}/discussions" },
  run: async (context, asked) => {
    const { db, actor } = context;
    const { q, mine } = asked;
    const own = { contactId: actor.contactId ?? "" };
    const where: Prisma.DiscussionGroupWhereInput = {
      AND: [
        visibleGroups(context),
        q
          ? await titlesLike<Prisma.DiscussionGroupWhereInput>(db, "group-name", q, (nameSearch) => ({ nameSearch }))
          : {},
        mine ? { invitations: { some: { ...own, joinedAt: { not: null } } } } : {},
      ],
    };
    const list = keysetList("discussions.list-groups", orders, asked);
    const select = list.select({ id: true, name: true, description: true, isPrivate: true });
    const [found, total] = await Promise.all([
      list.read((part) => db.discussionGroup.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      db.discussionGroup.count({ where, ...countedBy({ nameSearch: "asc" }) }),
    ]);
    const page = list.page(found, total);
    const facts = await groupFacts(
      context,
      page.items.map(({ id }) => id),
    );
    return { ...page, items: page.items.map((group) => present(group, facts.get(group.id))) };
  },
});

type Row = Pick<z.input<typeof groupItem>, "id" | "name" | "description" | "isPrivate">;

const present = ({ id, name, description, isPrivate }: Row, facts: GroupFacts | undefined) => ({
  ...{ id, name, description, isPrivate },
  membership: membershipIn(facts?.isInvited ? facts : undefined),
  unread: facts?.unread ?? 0,
  members: facts?.members ?? 0,
  threads: facts?.threads ?? 0,
  lastReplyAt: isoOrNull(facts?.lastReplyAt ?? null),
});

export function membershipIn(own: { readonly joinedAt: Date | null } | undefined): "none" | "invited" | "joined" {
  if (own === undefined) return "none";
  return own.joinedAt === null ? "invited" : "joined";
}
