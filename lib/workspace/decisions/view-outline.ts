import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { chairIsVacant } from "./chair-is-vacant";
import { type DecisionRow, knownDecision } from "./decision-record";
import { presentOutline } from "./present-outline";
import { decisionId, outlineDetail } from "./schema";

/** That a decision exists, until when it is voted on, and what the viewer may do with it, without its content. */
export const viewOutline = defineQuery({
  name: "decisions.view-outline",
  permission: "decisions.search",
  scope: "account",
  alsoChecks: ["decisions.titles.view"],
  summary: "View a decision without its content",
  activity: "look up a decision",
  input: z.object({ decisionId }),
  output: outlineDetail,
  http: { method: "GET", path: "/accounts/{accountId}/decisions/{decisionId}/outline" },
  run: async (context, { decisionId: id }) => {
    const decision = await knownDecision(context, id);
    const outline = presentOutline(context, decision);
    const underWay = outline.state === "open" || outline.state === "draft";
    const allowed = allowedOn(context, decision);
    return {
      ...outline,
      recusal: outline.mine === "recused" ? await ownRecusal(context, id) : null,
      allowed: {
        view: allowed.view,
        extend: allowed.extend && outline.state === "open",
        close: allowed.close && outline.state === "open",
        addMembers: allowed.addMembers && underWay,
        takeChair: allowed.create && allowed.view && (await chairIsVacant(context, decision)),
      },
    };
  },
});

const allowedOn = ({ viewer }: Context, decision: DecisionRow) => ({
  view: can(viewer, "decisions.proposals.view", decision),
  extend: can(viewer, "decisions.proposals.extend"),
  close: can(viewer, "decisions.proposals.close"),
  addMembers: can(viewer, "decisions.proposals.add-members"),
  create: can(viewer, "decisions.proposals.create"),
});

/** Why they are recused is between them and those who run the decision, and nobody's who looks as them. */
async function ownRecusal({ db, account, actor, viewer }: Context<"account">, decisionId: string) {
  if (viewer.looker !== null) return null;
  const own = await db.decisionRecusal.findFirst({
    where: { accountId: account.id, decisionId, contactId: actor.contactId ?? "" },
    select: { reason: true, decidedByName: true, decidedAt: true },
  });
  return own && { ...own, decidedAt: iso(own.decidedAt) };
}
