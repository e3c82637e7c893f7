import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { attachDocument } from "@/lib/workspace/core/attached-documents";
import { addEvent } from "./add-event";
import { changingText } from "./changing-text";
import { lockedDecision } from "./locked-decision";
import { decisionId } from "./schema";
import { requireState } from "./state-of";

/** Attaches a document to a proposal, before anybody has voted. Who may open it is still decided by its folder. */
export const attachToDecision = defineCommand({
  name: "decisions.attach-document",
  permission: "decisions.proposals.lead",
  alsoNeeds: ["documents.view"],
  scope: "account",
  summary: "Attach a document to a proposal, before anybody has voted",
  activity: "attach a document to a proposal",
  input: z.object({ decisionId, documentId: id }),
  output: z.object({ id, decisionId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/documents", status: 201 },
  run: async (context, { decisionId: of, documentId }) => {
    const { decision, now } = await lockedDecision(context, of, "decisions.proposals.lead");
    requireState(decision, now, "draft", "open");
    const attachmentId = await changingText(context, of, () => attachDocument(context, documentId, { decisionId: of }));
    if (decision.status === "open")
      await addEvent(context.db, {
        ...{ accountId: context.account.id, decisionId: of, at: now, actorName: context.actor.name },
        said: say("Attached a document"),
      });
    return {
      output: { id: attachmentId, decisionId: of },
      audit: {
        summary: say("Attached a document to decision {number}", { number: String(decision.number) }),
        target: { type: "decision", id: of },
      },
    };
  },
});
