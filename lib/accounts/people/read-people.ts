import type { ContactKind, Prisma } from "@/lib/platform/db/generated/client";
import { planAnew } from "@/lib/platform/db/plan-anew";
import { countedBy, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Direction, orderBy } from "@/lib/platform/kernel/sort";
import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { filterPeople } from "./filter-people";
import { heldOf } from "./held-of";
import { detailPermission, personColumns, visiblePeople } from "./person-record";
import { presentPerson } from "./present-person";

type Asked = Parameters<typeof filterPeople>[2] & {
  readonly page: number;
  readonly sort: keyof typeof peopleOrders;
  readonly direction: Direction;
};

export const peopleOrders = {
  name: (sort) => [{ nameSearch: sort }],
  standing: (sort) => [{ status: sort }, { nameSearch: "asc" }],
  end: (sort) => [{ endsAt: { sort, nulls: sort === "asc" ? "last" : "first" } }, { nameSearch: "asc" }],
} satisfies Record<string, (sort: Direction) => Prisma.ContactOrderByWithRelationInput[]>;

/** A page of the people of one kind that the viewer may see. */
export async function readPeople(context: Context, kind: ContactKind, asked: Asked) {
  // Sorting reveals the values sorted by, and end dates are details.
  if (asked.sort === "end") await authorize(context, detailPermission[kind]);
  planAnew(context.db);
  const where = visiblePeople(context, kind, await filterPeople(context, kind, asked));
  const people = context.db.contact.findMany({
    where,
    select: personColumns,
    orderBy: orderBy(peopleOrders, asked),
    ...pageSlice(asked.page),
  });
  const [found, total] = await Promise.all([
    people,
    context.db.contact.count({ where, ...countedBy({ nameSearch: "asc" }) }),
  ]);
  const held = await heldOf(context, found);
  return pageResult(
    found.map((row) => presentPerson(context, row, held)),
    total,
    asked.page,
  );
}
