import type { Prisma } from "@/lib/platform/db/generated/client";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy } from "@/lib/platform/kernel/page";
import type { Direction } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { visibleMeetings } from "@/lib/workspace/core/visible-meetings";
import { actionColumns } from "./action-record";
import { assigneesOf } from "./assignees-of";
import { presentAction } from "./present-action";

export const actionOrders = {
  number: (sort) => [{ number: sort }],
  // What is still to be done comes first either way.
  due: (sort) => [{ doneOrder: "asc" }, { dueOn: { sort, nulls: "last" } }],
  changed: (sort) => [{ changedAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.ActionOrderByWithRelationInput[]>;

type Asked = Parameters<typeof keysetList<typeof actionOrders>>[2];

/**
 * A page of the actions that the viewer may see, of those that `filter` finds. The operation declares
 * `alsoChecks: ["actions.update", "meetings.view"]`.
 */
export async function readListed(
  context: Context<"account">,
  name: string,
  filter: Prisma.ActionWhereInput,
  asked: Asked,
) {
  const where = accessibleWhere(context, "actions.view", filter);
  const list = keysetList(name, actionOrders, asked);
  const { details: _, assignments: __, recusals: ___, ...columns } = actionColumns;
  const select = list.select(columns);
  const [found, total] = await Promise.all([
    list.read((part) => context.db.action.findMany({ ...part, where: { AND: [where, part.where] }, select })),
    context.db.action.count({ where, ...countedBy({ changedAt: "desc" }) }),
  ]);
  const page = list.page(found, total);
  const [assignees, meetings] = await Promise.all([
    assigneesOf(context, page.items),
    visibleMeetings(
      context,
      page.items.map(({ meetingId }) => meetingId),
    ),
  ]);
  // The filter has left out those from which the viewer is recused.
  const gates = { recusals: [] };
  const items = page.items.map((action) => ({ ...action, ...gates, assignments: assignees.get(action.id) ?? [] }));
  return { ...page, items: items.map((one) => presentAction(context, one, meetings.get(one.meetingId ?? ""))) };
}
