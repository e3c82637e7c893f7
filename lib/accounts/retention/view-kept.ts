import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { readRetention } from "./read-retention";
import { keptYears } from "./schema";

/** The same for those who read the log. */
export const viewKept = defineQuery({
  name: "retention.view-kept",
  permission: "activity.view",
  scope: "account",
  summary: "View for how many years the portal keeps events of the activity log",
  activity: "view how long activity is kept",
  input: z.object({}),
  output: keptYears,
  http: { method: "GET", path: "/accounts/{accountId}/activity/kept" },
  run: async ({ db }) => {
    const { version: _, ...kept } = await readRetention(db);
    return kept;
  },
});
