import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { searchAccount } from "@/lib/platform/operations/search-account";

/** As many as a list to choose from can have; beyond that, a name is typed. */
const MOST = 50;

/** The people the activity log can be filtered by: everyone who ever had a login on the account, by name. */
export const listActivityPeople = defineQuery({
  name: "activity.list-people",
  permission: "activity.view",
  scope: "account",
  summary: "List the people the activity log can be filtered by; at most 50, search for more",
  activity: "view the activity log's people",
  input: z.object({ q: z.string().trim().max(200).default("").describe("Part of a name") }),
  output: z.object({
    people: z.array(z.object({ id, name: z.string(), removed: z.boolean() })).max(MOST),
    hasMore: z.boolean(),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/activity/people" },
  run: async ({ db, account }, { q }) => {
    const contacts = await db.contact.findMany({
      where: {
        accountId: account.id,
        kind: "member",
        status: { not: "invited" },
        ...(await searchAccount(db, q, ["name"], (word) => [word.rows("name") ?? { nameSearch: word.part }])),
      },
      select: { id: true, name: true, status: true },
      orderBy: [{ nameSearch: "asc" }, { id: "asc" }],
      take: MOST + 1,
    });
    const people = contacts.slice(0, MOST).map(({ status, ...one }) => ({ ...one, removed: status === "removed" }));
    return { people, hasMore: contacts.length > MOST };
  },
});
