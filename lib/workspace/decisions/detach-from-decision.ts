import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { addEvent } from "./add-event";
import { changingText } from "./changing-text";
import { lockedDecision } from "./locked-decision";
import { decisionId } from "./schema";
import { requireState } from "./state-of";

/** Takes a document off a proposal, before anybody has voted. It stays in its folder. */
export const detachFromDecision = defineCommand({
  name: "decisions.detach-document",
  permission: "decisions.proposals.lead",
  scope: "account",
  summary: "Take a document off a proposal, before anybody has voted",
  activity: "take a document off a proposal",
  input: z.object({ decisionId, attachmentId: id }),
  output: z.object({ id, decisionId: id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/decisions/{decisionId}/documents/{attachmentId}" },
  run: async (context, { decisionId: of, attachmentId }) => {
    const { db, account, actor } = context;
    const { decision, now } = await lockedDecision(context, of, "decisions.proposals.lead");
    requireState(decision, now, "draft", "open");
    const where = { accountId: account.id, decisionId: of, id: attachmentId };
    const { count } = await changingText(context, of, () => db.documentAttachment.deleteMany({ where }));
    if (count === 0) throw notFound(t("Attachment not found."));
    if (decision.status === "open")
      await addEvent(db, {
        ...{ accountId: account.id, decisionId: of, at: now, actorName: actor.name },
        said: say("Took a document off the proposal"),
      });
    return {
      output: { id: attachmentId, decisionId: of },
      audit: {
        summary: say("Took a document off decision {number}", { number: String(decision.number) }),
        target: { type: "decision", id: of },
      },
    };
  },
});
