import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { draftText, draftVersion } from "./schema";
import { visibleTicket } from "./ticket-record";
import { writeDraft } from "./write-draft";

/** Keeps a reply as it is typed, for its author alone. */
export const saveDraft = defineCommand({
  name: "tickets.save-draft",
  permission: "support.tickets.reply",
  scope: "account",
  summary: "Keep a reply that isn't sent yet",
  activity: "save a draft",
  input: z.object({ ticketId: id, message: draftText, version: draftVersion }),
  output: z.object({ version: z.int() }),
  http: { method: "PUT", path: "/accounts/{accountId}/tickets/{ticketId}/draft" },
  run: async (context, { ticketId, ...typed }) => {
    await authorize(context, "support.tickets.reply", await visibleTicket(context, ticketId));
    return { output: { version: await writeDraft(context, ticketId, typed) }, audit: null };
  },
});
