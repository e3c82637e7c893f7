import { z } from "zod";

export const resultRules = z.object({
  quorum: z.enum(["none", "count", "share"]),
  quorumValue: z.int().nullable(),
  base: z.enum(["cast", "decided", "invited"]),
  threshold: z.enum(["majority", "twoThirds", "fourFifths", "unanimous"]),
  tie: z.enum(["none", "chair"]),
  hideNames: z.boolean(),
});

/** See `Outcome`. */
export const outcome = z.object({
  eligible: z.int(),
  voted: z.int(),
  counts: z.array(z.object({ position: z.int(), votes: z.int() })).max(5),
  abstained: z.int(),
  quorumNeeded: z.int().nullable(),
  quorate: z.boolean(),
  base: z.int(),
  needed: z.int(),
  leading: z.array(z.int()).max(5),
  casting: z.boolean(),
  chosen: z.int().nullable(),
  because: z.enum(["chosen", "no-votes", "no-quorum", "tie", "too-few"]),
});

/**
 * A published result: everything it follows from. Its form never changes; another one would be another `format`, as results that
 * were published stay checkable.
 */
export const resultSheet = z.object({
  format: z.literal("decision-result/1"),
  account: z.string(),
  decision: z.object({
    number: z.int(),
    title: z.string(),
    purpose: z.string(),
    background: z.string(),
    recommendation: z.string(),
  }),
  options: z.array(z.object({ position: z.int(), text: z.string(), abstains: z.boolean() })),
  rules: resultRules,
  round: z.object({
    number: z.int(),
    reason: z.string().nullable(),
    openedAt: z.string(),
    voteBy: z.string(),
    timeZone: z.string(),
    closedAt: z.string(),
    /** Who closed it before the deadline. */
    closedBy: z.string().nullable(),
  }),
  people: z.object({
    invited: z.int(),
    /** Invited to vote, and no longer on the account when the vote closed without having voted. */
    left: z.int(),
    recused: z.array(z.object({ name: z.string(), reason: z.string() })),
    /** Those recused who had been invited to vote. */
    recusedVoters: z.int(),
    eligible: z.int(),
  }),
  /** In the order of the receipts, which says nothing about that of the votes. Without names if the decision hides them. */
  votes: z.array(z.object({ receipt: z.string(), option: z.int(), voter: z.string().nullable() })),
  /** Votes of people who were recused afterwards. */
  setAside: z.int(),
  /** What the chair voted for, if that decided a tie. */
  castingVote: z.int().nullable(),
  outcome,
  history: z.array(z.object({ at: z.string(), text: z.string() })),
});

export type ResultSheet = z.infer<typeof resultSheet>;
