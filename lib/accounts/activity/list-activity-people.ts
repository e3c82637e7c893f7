import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";

/** The people the activity log can be filtered by: everyone who ever had a login on the account, by name. */
export const listActivityPeople = defineQuery({
  name: "activity.list-people",
  permission: "activity.view",
  scope: "account",
  summary: "List the people the activity log can be filtered by",
  activity: "view the activity log's people",
  input: z.object({}),
  output: z.object({ people: z.array(z.object({ id, name: z.string(), removed: z.boolean() })) }),
  http: { method: "GET", path: "/accounts/{accountId}/activity/people" },
  run: async ({ db, account }) => {
    const contacts = await db.contact.findMany({
      where: { accountId: account.id, kind: "member", status: { not: "invited" } },
      select: { id: true, name: true, status: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    return { people: contacts.map(({ status, ...person }) => ({ ...person, removed: status === "removed" })) };
  },
});
