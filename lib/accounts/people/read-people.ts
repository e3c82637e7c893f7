import { ContactStatus } from "@/lib/platform/db/enum-values";
import type { ContactKind, Prisma } from "@/lib/platform/db/generated/client";
import { planAnew, readInOrder } from "@/lib/platform/db/plan-anew";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, FORMS_PAGE_SIZE, PAGE_SIZE } from "@/lib/platform/kernel/page";
import type { Direction } from "@/lib/platform/kernel/sort";
import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { filterPeople } from "./filter-people";
import { heldOf } from "./held-of";
import { detailPermission, personColumns, visiblePeople } from "./person-record";
import { presentPerson } from "./present-person";

type Asked = Parameters<typeof filterPeople>[2] & {
  readonly page: number;
  readonly cursor?: string | undefined;
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
  // Of thousands, PostgreSQL expects a few to be seen, finds them all and sorts them. A search decides for itself, and a
  // later page begins at its place.
  if (!asked.q && !asked.cursor) readInOrder(context.db);
  const where = visiblePeople(context, kind, await filterPeople(context, kind, asked));
  // The invitations have forms in each row.
  const size = asked.waiting ? FORMS_PAGE_SIZE : PAGE_SIZE;
  const list = keysetList(`people.${kind}`, peopleOrders, asked, { status: ContactStatus }, size);
  const select = list.select(personColumns);
  const [found, total] = await Promise.all([
    list.read((part) => context.db.contact.findMany({ ...part, where: { AND: [where, part.where] }, select })),
    context.db.contact.count({ where, ...countedBy({ nameSearch: "asc" }) }),
  ]);
  const page = list.page(found, total);
  const held = await heldOf(context, page.items);
  return { ...page, items: page.items.map((row) => presentPerson(context, row, held)) };
}
