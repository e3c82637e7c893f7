import type { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { DecisionRow } from "./decision-record";
import type { DecisionOutline, decisionOutline } from "./schema";
import { stateOf } from "./state-of";

/** What a viewer who may find the decision sees of it: its title only if they are invited and not recused. */
export const presentOutline = (context: Context, decision: DecisionRow): z.input<typeof decisionOutline> => ({
  id: decision.id,
  number: decision.number,
  title: can(context.viewer, "decisions.titles.view", decision) ? decision.title : null,
  state: stateOf(decision, context.realNow),
  round: decision.round,
  voteBy: iso(decision.voteBy),
  timeZone: decision.timeZone,
  mine: partOf(decision, context.actor.contactId),
});

function partOf({ invitations, recusals }: DecisionRow, me: string | null): DecisionOutline["mine"] {
  if (recusals.some(({ contactId }) => contactId === me)) return "recused";
  const own = invitations.find(({ contactId }) => contactId === me);
  if (own === undefined) return "none";
  return own.mayVote ? "voter" : "viewer";
}
