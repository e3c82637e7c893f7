import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import type { Direction } from "@/lib/platform/kernel/sort";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { knownDecision } from "./decision-record";
import { decisionComment, decisionId } from "./schema";

const orders = { time: (sort) => [{ createdAt: sort }] } satisfies Record<
  string,
  (sort: Direction) => Prisma.DecisionCommentOrderByWithRelationInput[]
>;

/** The comments on a decision and the viewer's own private notes, newest first. */
export const listComments = defineQuery({
  name: "decisions.list-comments",
  permission: "decisions.proposals.view",
  scope: "account",
  summary: "List the comments on a decision, newest first, with one's own private notes",
  activity: "view comments on a decision",
  input: z.object({ decisionId, ...cursorInput }),
  output: cursorPageOf(decisionComment),
  http: { method: "GET", path: "/accounts/{accountId}/decisions/{decisionId}/comments" },
  run: async (context, asked) => {
    const { db, account, actor } = context;
    const own = { authorContactId: actor.contactId ?? "" };
    const where: Prisma.DecisionCommentWhereInput = {
      ...{ accountId: account.id, decisionId: asked.decisionId },
      OR: [{ private: false }, own],
    };
    const list = keysetList("decisions.list-comments", orders, { ...asked, sort: "time", direction: "desc" });
    const select = list.select({
      ...{ id: true, authorContactId: true, authorName: true, private: true, body: true, createdAt: true },
    } as const);
    const [found, total, decision] = await Promise.all([
      list.read((part) => db.decisionComment.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      db.decisionComment.count({ where, ...countedBy({ createdAt: "desc" }) }),
      knownDecision(context, asked.decisionId),
    ]);
    await authorize(context, "decisions.proposals.view", decision);
    const page = list.page(found, total);
    return {
      ...page,
      items: page.items.map(({ authorContactId, createdAt, ...comment }) => ({
        ...comment,
        mine: authorContactId === actor.contactId,
        createdAt: iso(createdAt),
      })),
    };
  },
});
