import type { ContactKind } from "@/lib/platform/db/generated/client";
import { pageResult, pageSlice } from "@/lib/platform/kernel/page";
import type { Context } from "@/lib/platform/operations/operation";
import { filterPeople } from "./filter-people";
import { personColumns, visiblePeople } from "./person-record";
import { presentPerson } from "./present-person";

type Asked = Parameters<typeof filterPeople>[2] & { readonly page: number };

/** A page of the people of one kind that the viewer may see. */
export async function readPeople(context: Context, kind: ContactKind, asked: Asked) {
  const where = visiblePeople(context, kind, await filterPeople(context, kind, asked));
  const total = await context.db.contact.count({ where });
  const found = await context.db.contact.findMany({
    where,
    select: personColumns,
    orderBy: [{ nameSearch: "asc" }, { id: "asc" }],
    ...pageSlice(asked.page),
  });
  return pageResult(
    found.map((row) => presentPerson(context, row)),
    total,
    asked.page,
  );
}
