import { z } from "zod";
import { personItem } from "@/lib/accounts/core/schema";
import { cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { peopleFilters } from "./filter-people";
import { peopleOrders, readPeople } from "./read-people";

/** People who can sign in to the account, or are invited to. */
export const listPeople = defineQuery({
  name: "people.list",
  permission: "people.members.view",
  scope: "account",
  alsoChecks: ["people.members.view-details"],
  summary: "List the account's members, by name",
  activity: "view members",
  input: z.object({ ...peopleFilters, ...cursorInput, ...sortInput(peopleOrders, "name", "asc") }),
  output: cursorPageOf(personItem),
  http: { method: "GET", path: "/accounts/{accountId}/people" },
  run: (context, asked) => readPeople(context, "member", asked),
});
