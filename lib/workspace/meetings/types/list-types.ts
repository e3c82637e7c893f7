import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { meetingType } from "../schema";
import { MOST_TYPES } from "./type-fields";

export const listTypes = defineQuery({
  name: "meetings.list-types",
  permission: "meetings.types.update",
  scope: "account",
  summary: "List the meeting types of the account",
  activity: "view meeting types",
  input: z.object({}),
  output: z.object({ items: z.array(meetingType).max(MOST_TYPES) }),
  http: { method: "GET", path: "/accounts/{accountId}/meeting-types" },
  run: async ({ db, account }) => ({
    items: await db.meetingType.findMany({
      where: { accountId: account.id, retired: false },
      select: { id: true, name: true, agenda: true, minutesLong: true, place: true, draftsOpen: true, version: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: MOST_TYPES,
    }),
  }),
});
