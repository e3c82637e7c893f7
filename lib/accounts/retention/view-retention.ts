import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { readRetention } from "./read-retention";
import { retention } from "./schema";

export const viewRetention = defineQuery({
  name: "retention.view",
  permission: "staff.retention.manage",
  scope: "staff",
  summary: "View how long events of the activity log are kept",
  activity: "view how long activity is kept",
  input: z.object({}),
  output: retention,
  http: { method: "GET", path: "/staff/retention" },
  run: async ({ db }) => readRetention(db),
});
