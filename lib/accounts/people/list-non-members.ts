import { z } from "zod";
import { personItem } from "@/lib/accounts/core/schema";
import { cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { peopleFilters } from "./filter-people";
import { peopleOrders, readPeople } from "./read-people";

const { q, standing } = peopleFilters;

/** Contacts who get notifications but have no login. */
export const listNonMembers = defineQuery({
  name: "people.list-non-members",
  permission: "people.non-members.view",
  scope: "account",
  alsoChecks: ["people.non-members.view-details"],
  summary: "List notification-only contacts, by name",
  activity: "view notification-only contacts",
  input: z.object({ q, standing, ...cursorInput, ...sortInput(peopleOrders, "name", "asc") }),
  output: cursorPageOf(personItem),
  http: { method: "GET", path: "/accounts/{accountId}/non-members" },
  run: (context, asked) => readPeople(context, "nonMember", asked),
});
