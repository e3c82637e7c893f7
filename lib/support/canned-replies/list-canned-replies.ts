import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { MOST_REPLIES } from "./create-canned-reply";
import { cannedReply } from "./schema";

/** All canned replies as they are written: to change them. */
export const listCannedReplies = defineQuery({
  name: "canned-replies.list",
  permission: "staff.desk.manage",
  scope: "staff",
  summary: "List the canned replies",
  activity: "view canned replies",
  input: z.object({}),
  output: z.object({ items: z.array(cannedReply).max(MOST_REPLIES) }),
  http: { method: "GET", path: "/staff/canned-replies" },
  run: async ({ db }) => ({ items: await db.cannedReply.findMany({ orderBy: { title: "asc" }, take: MOST_REPLIES }) }),
});
