import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { pageInput, pageOf } from "@/lib/kernel/page";
import { peopleFilters } from "./filter-people";
import { readPeople } from "./read-people";
import { personItem } from "./schema";

/** The people who can sign in to the account, or are invited to. */
export const listPeople = defineQuery({
  name: "people.list",
  permission: "people.members.view",
  scope: "account",
  summary: "List the members of the account, by name",
  input: z.object({ ...peopleFilters, ...pageInput }),
  output: pageOf(personItem),
  http: { method: "GET", path: "/accounts/{accountId}/people" },
  run: (context, asked) => readPeople(context, "member", asked),
});
