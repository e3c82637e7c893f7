import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { MOST_TAGS } from "./create-tag";

/** All tags, by name. They are few: staff may create as many as `create-tag` allows. */
export const listTags = defineQuery({
  name: "tags.list",
  permission: "support.tickets.note",
  scope: "staff",
  summary: "List the tags of tickets",
  activity: "view tags",
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ id, name: z.string() })).max(MOST_TAGS) }),
  http: { method: "GET", path: "/staff/tags" },
  run: async ({ db }) => ({
    items: await db.tag.findMany({
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: MOST_TAGS,
    }),
  }),
});
