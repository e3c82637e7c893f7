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
