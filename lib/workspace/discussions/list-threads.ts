import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { titlesLike } from "@/lib/workspace/core/contents-like";
import { requireGroup } from "./group-record";
import { threadItem } from "./schema";
import { threadColumns } from "./thread-record";

const orders = {
  activity: (sort) => [{ pinned: "desc" }, { lastReplyAt: sort }],
  title: (sort) => [{ titleSearch: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.DiscussionThreadOrderByWithRelationInput[]>;

/** The threads of a group: pinned ones first, then by their newest post. */
export const listThreads = defineQuery({
  name: "discussions.list-threads",
  permission: "discussions.groups.view-public",
  alsoChecks: ["discussions.groups.view-private"],
  scope: "account",
  summary: "List the threads of a discussion group",
  activity: "view threads",
  input: z.object({
    groupId: id,
    q: z.string().trim().max(200).optional().describe("Part of the title"),
    state: z.enum(["open", "closed"]).optional(),
    ...cursorInput,
    ...sortInput(orders, "activity", "desc"),
  }),
  output: cursorPageOf(threadItem),
  http: { method: "GET", path: "/accounts/{accountId}/discussions/{groupId}/threads" },
  run: async (context, asked) => {
    const { db, actor } = context;
    const { groupId, q, state } = asked;
    const where: Prisma.DiscussionThreadWhereInput = {
      AND: [
        { groupId },
        q
          ? await titlesLike<Prisma.DiscussionThreadWhereInput>(db, "thread-title", q, (titleSearch) => ({
              titleSearch,
            }))
          : {},
        state === undefined ? {} : { closedAt: state === "closed" ? { not: null } : null },
      ],
    };
    const list = keysetList("discussions.list-threads", orders, asked);
    const select = list.select({
      ...threadColumns,
      readings: { where: { contactId: actor.contactId ?? "" }, select: { readNumber: true } },
    });
    const [found, total, own] = await Promise.all([
      list.read((part) => db.discussionThread.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      db.discussionThread.count({ where, ...countedBy({ lastReplyAt: "desc" }) }),
      db.discussionMember.findFirst({
        where: { groupId, contactId: actor.contactId ?? "" },
        select: { joinedAt: true },
      }),
      requireGroup(context, groupId),
    ]);
    const page = list.page(found, total);
    const joinedAt = own?.joinedAt ?? null;
    return {
      ...page,
      items: page.items.map(({ readings, closedAt, lastNumber, createdAt, lastReplyAt, groupId: _, ...thread }) => ({
        id: thread.id,
        title: thread.title,
        startedByName: thread.startedByName,
        isPinned: thread.pinned === 1,
        closed: closedAt !== null,
        replies: lastNumber - 1,
        // Counted for members, from when they joined: others would find everything new.
        unread: joinedAt !== null && lastReplyAt > joinedAt ? lastNumber - (readings[0]?.readNumber ?? 0) : 0,
        createdAt: iso(createdAt),
        lastReplyAt: iso(lastReplyAt),
      })),
    };
  },
});
