import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { DecisionState } from "./schema";

interface Timed {
  readonly status: DecisionState;
  readonly voteBy: Date;
}

/** A vote is over at its deadline. That its result is published a little later changes nothing. */
export const stateOf = ({ status, voteBy }: Timed, now: Date): DecisionState =>
  status === "open" && voteBy <= now ? "closed" : status;

/** Throws `conflict` unless the decision is in one of these states. */
export function requireState(decision: Timed, now: Date, ...states: readonly DecisionState[]): void {
  const state = stateOf(decision, now);
  if (states.includes(state)) return;
  throw new Problem(
    "conflict",
    t(
      "{state, select, draft {This decision is still a draft.} open {The vote is open.} closed {The vote is closed.} other {This decision was withdrawn.}}",
      { state },
    ),
  );
}
