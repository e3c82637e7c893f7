import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { closingBlockers, remainsAfterClosing } from "./closing-blockers";
import { closingPreview } from "./schema";

/** What closing the account would end, and what must be ended first. */
export const previewClosing = defineQuery({
  name: "account.preview-closing",
  permission: "account.close",
  scope: "account",
  summary: "Preview what closing the account would do",
  activity: "preview closing the account",
  input: z.object({}),
  output: closingPreview,
  http: { method: "GET", path: "/accounts/{accountId}/closing" },
  run: async ({ db, account, now }) => ({
    name: account.name,
    ...(await closingBlockers(db, account.id, now)),
    remains: remainsAfterClosing(),
  }),
});
