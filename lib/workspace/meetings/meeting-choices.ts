import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { participants } from "@/lib/workspace/core/participants";
import { MOST_PARTICIPANTS } from "@/lib/workspace/core/schema";
import { MOST_TYPES } from "./types/type-fields";

/** What a new meeting can be made of: the members who can take part, and the types of meetings. */
export const meetingChoices = defineQuery({
  name: "meetings.view-choices",
  permission: "meetings.create",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "List the people and meeting types to choose from for a new meeting",
  activity: "view meeting options",
  input: z.object({}),
  output: z.object({
    people: z.array(z.object({ id, name: z.string(), detail: z.string().nullable() })).max(MOST_PARTICIPANTS),
    types: z.array(z.object({ id, name: z.string(), minutesLong: z.int(), place: z.string() })).max(MOST_TYPES),
    /** The viewer's own contact; null for staff. */
    me: id.nullable(),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/meeting-choices" },
  run: async (context) => {
    const [people, types] = await Promise.all([
      participants(context),
      context.db.meetingType.findMany({
        where: { accountId: context.account.id, retired: false },
        select: { id: true, name: true, minutesLong: true, place: true },
        orderBy: [{ name: "asc" }, { id: "asc" }],
        take: MOST_TYPES,
      }),
    ]);
    return { people, types, me: context.actor.contactId };
  },
});
