/** How votes are counted: what a decision asks its creator, and what is frozen at the first vote. */
export interface Rules {
  readonly quorum: "none" | "count" | "share";
  /** How many people, or per cent of those who can vote. */
  readonly quorumValue: number | null;
  readonly base: "cast" | "decided" | "invited";
  readonly threshold: "majority" | "twoThirds" | "fourFifths" | "unanimous";
  readonly tie: "none" | "chair";
}

export interface Ballot {
  readonly options: readonly { readonly position: number; readonly abstains: boolean }[];
  /** How many people can vote: invited to vote, not recused, and still there or already counted. */
  readonly eligible: number;
  /** The positions voted for, one for each vote that counts. */
  readonly votes: readonly number[];
  /** The position that the chair voted for, if that vote counts. */
  readonly chair: number | null;
}

export interface Outcome {
  readonly eligible: number;
  readonly voted: number;
  readonly counts: readonly { readonly position: number; readonly votes: number }[];
  readonly abstained: number;
  /** Null without a quorum. */
  readonly quorumNeeded: number | null;
  readonly quorate: boolean;
  /** What the majority is a majority of, the chair's second vote included. */
  readonly base: number;
  readonly needed: number;
  /** The options with the most votes; abstaining is none. */
  readonly leading: readonly number[];
  /** The chair's vote was counted twice, because of a tie. */
  readonly casting: boolean;
  readonly chosen: number | null;
  readonly because: "chosen" | "no-votes" | "no-quorum" | "tie" | "too-few";
}

/** The result of a vote: plain arithmetic in whole numbers, which `public/check-decision.mjs` repeats. */
export function tally(rules: Rules, { options, eligible, votes, chair }: Ballot): Outcome {
  const counts = options.map(({ position }) => ({
    position,
    votes: votes.filter((vote) => vote === position).length,
  }));
  const abstaining = new Set(options.filter(({ abstains }) => abstains).map(({ position }) => position));
  const abstained = votes.filter((vote) => abstaining.has(vote)).length;
  const voted = votes.length;
  const most = Math.max(0, ...counts.filter(({ position }) => !abstaining.has(position)).map((one) => one.votes));
  const leading = counts.filter((one) => one.votes === most && most > 0 && !abstaining.has(one.position));
  const tied = leading.length > 1;
  const casting = tied && rules.tie === "chair" && leading.some(({ position }) => position === chair);
  const winner = casting ? chair : tied ? null : (leading[0]?.position ?? null);
  const counted = { cast: voted, decided: voted - abstained, invited: eligible }[rules.base];
  const base = counted + (casting && rules.base !== "invited" ? 1 : 0);
  const needed = neededOf(rules.threshold, base);
  const quorumNeeded = quorumOf(rules, eligible);
  const quorate = quorumNeeded === null || voted >= quorumNeeded;
  const because = reasonOf({ most, tied: tied && !casting, quorate, enough: most + (casting ? 1 : 0) >= needed });
  return {
    ...{ eligible, voted, counts, abstained, quorumNeeded, quorate, base, needed, casting, because },
    leading: leading.map(({ position }) => position),
    chosen: because === "chosen" ? winner : null,
  };
}

interface Found {
  readonly most: number;
  readonly tied: boolean;
  readonly quorate: boolean;
  readonly enough: boolean;
}

function reasonOf({ most, tied, quorate, enough }: Found): Outcome["because"] {
  if (most === 0) return "no-votes";
  if (!quorate) return "no-quorum";
  if (tied) return "tie";
  return enough ? "chosen" : "too-few";
}

/** How many votes of `base` are enough. At least one. */
export function neededOf(threshold: Rules["threshold"], base: number): number {
  const enough = {
    majority: Math.floor(base / 2) + 1,
    twoThirds: Math.ceil((base * 2) / 3),
    fourFifths: Math.ceil((base * 4) / 5),
    unanimous: base,
  };
  return Math.max(1, enough[threshold]);
}

export function quorumOf({ quorum, quorumValue }: Rules, eligible: number): number | null {
  if (quorum === "none" || quorumValue === null) return null;
  return quorum === "count" ? quorumValue : Math.max(1, Math.ceil((eligible * quorumValue) / 100));
}
