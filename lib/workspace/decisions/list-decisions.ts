import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { decisionColumns } from "./decision-record";
import { presentOutline } from "./present-outline";
import { decisionOutline, decisionState } from "./schema";
import { titledLike } from "./titled-like";

// Not by title: the order would tell what titles begin with.
const orders = {
  number: (sort) => [{ number: sort }],
  deadline: (sort) => [{ voteBy: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.DecisionOrderByWithRelationInput[]>;

const input = z.object({
  state: decisionState.optional(),
  q: z.string().trim().max(200).optional().describe("Part of a title that the viewer may see, or a number"),
  ...cursorInput,
  ...sortInput(orders, "number", "desc"),
});

/** The decisions the viewer may find, newest first. */
export const listDecisions = defineQuery({
  name: "decisions.list",
  permission: "decisions.search",
  scope: "account",
  alsoChecks: ["decisions.titles.view"],
  summary: "List decisions; those the viewer isn't invited to without their title",
  activity: "view decisions",
  input,
  output: cursorPageOf(decisionOutline),
  http: { method: "GET", path: "/accounts/{accountId}/decisions" },
  run: async (context, asked) => {
    const where = accessibleWhere(context, "decisions.search", await filterOf(context, asked));
    const list = keysetList("decisions.list", orders, asked);
    const select = list.select(decisionColumns);
    const [found, total] = await Promise.all([
      list.read((part) => context.db.decision.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.decision.count({ where, ...countedBy({ number: "desc" }) }),
    ]);
    const page = list.page(found, total);
    return { ...page, items: page.items.map((decision) => presentOutline(context, decision)) };
  },
});

async function filterOf(context: Context, { state, q }: z.output<typeof input>): Promise<Prisma.DecisionWhereInput> {
  return { AND: [state ? inState(state, context.realNow) : {}, q ? await titledLike(context, q) : {}] };
}

/** As `stateOf` says. */
function inState(state: z.output<typeof decisionState>, now: Date): Prisma.DecisionWhereInput {
  if (state === "open") return { status: "open", voteBy: { gt: now } };
  if (state === "closed") return { OR: [{ status: "closed" }, { status: "open", voteBy: { lte: now } }] };
  return { status: state };
}
