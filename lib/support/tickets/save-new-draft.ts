import { z } from "zod";
import { defineCommand } from "@/lib/platform/operations/operation";
import { draftSubject, draftText, draftVersion } from "./schema";
import { writeDraft } from "./write-draft";

/** Keeps a new ticket as it is typed, for its author alone. */
export const saveNewDraft = defineCommand({
  name: "tickets.save-new-draft",
  permission: "support.tickets.open",
  scope: "account",
  summary: "Keep a ticket that isn't opened yet",
  activity: "save a draft",
  input: z.object({ subject: draftSubject, message: draftText, version: draftVersion }),
  output: z.object({ version: z.int() }),
  http: { method: "PUT", path: "/accounts/{accountId}/ticket-draft" },
  run: async (context, typed) => ({ output: { version: await writeDraft(context, null, typed) }, audit: null }),
});
