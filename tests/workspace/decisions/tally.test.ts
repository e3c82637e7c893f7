import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleExamples } from "@/lib/workspace/decisions/rule-examples";
import { type Ballot, neededOf, type Rules, tally } from "@/lib/workspace/decisions/tally";

const yesNoAbstain = [
  { position: 1, abstains: false },
  { position: 2, abstains: false },
  { position: 3, abstains: true },
];
const rules = (some: Partial<Rules> = {}): Rules => ({
  quorum: "none",
  quorumValue: null,
  base: "decided",
  threshold: "majority",
  tie: "none",
  ...some,
});
const votes = (yes: number, no: number, abstain = 0) => [
  ...Array<number>(yes).fill(1),
  ...Array<number>(no).fill(2),
  ...Array<number>(abstain).fill(3),
];
const ballot = (cast: number[], eligible = cast.length, chair: number | null = null): Ballot => ({
  options: yesNoAbstain,
  eligible,
  votes: cast,
  chair,
});
const of = (some: Partial<Rules>, ...rest: Parameters<typeof ballot>) => tally(rules(some), ballot(...rest));

describe("a majority", () => {
  it("is more than half, not half", () => {
    expect(of({}, votes(3, 2)).chosen).toBe(1);
    expect(of({ base: "invited" }, votes(3, 0), 6)).toMatchObject({ chosen: null, needed: 4, because: "too-few" });
  });

  it("is of the votes without abstentions, of all votes, or of everyone who can vote, as the rules say", () => {
    const cast = votes(3, 2, 2);
    expect(of({ base: "decided" }, cast, 9)).toMatchObject({ base: 5, needed: 3, chosen: 1 });
    expect(of({ base: "cast" }, cast, 9)).toMatchObject({ base: 7, needed: 4, chosen: null });
    expect(of({ base: "invited" }, cast, 9)).toMatchObject({ base: 9, needed: 5, chosen: null });
  });

  it.each([
    ["majority", 6, 4],
    ["majority", 7, 4],
    ["twoThirds", 6, 4],
    ["twoThirds", 7, 5],
    ["fourFifths", 10, 8],
    ["fourFifths", 6, 5],
    ["unanimous", 6, 6],
    ["twoThirds", 0, 1],
  ] as const)("%s of %i is %i", (threshold, base, needed) => {
    expect(neededOf(threshold, base)).toBe(needed);
  });

  it("is not reached by one yes among abstentions if they count", () => {
    expect(of({ base: "cast" }, votes(1, 0, 8)).chosen).toBeNull();
    expect(of({ base: "decided" }, votes(1, 0, 8)).chosen).toBe(1);
  });
});

it("the examples beside the rules show what each base makes of the same votes", () => {
  expect(ruleExamples()).toEqual([
    { base: "decided", needed: 3, chosen: true },
    { base: "cast", needed: 4, chosen: false },
    { base: "invited", needed: 5, chosen: false },
  ]);
});

describe("a quorum", () => {
  it("counts everyone who voted, abstentions too", () => {
    expect(of({ quorum: "count", quorumValue: 5 }, votes(3, 1, 1), 9)).toMatchObject({ quorate: true, chosen: 1 });
    expect(of({ quorum: "count", quorumValue: 6 }, votes(3, 1, 1), 9)).toMatchObject({
      quorate: false,
      because: "no-quorum",
      chosen: null,
    });
  });

  it("as a share is rounded up", () => {
    expect(of({ quorum: "share", quorumValue: 50 }, votes(3, 1), 9)).toMatchObject({ quorumNeeded: 5, quorate: false });
    expect(of({ quorum: "share", quorumValue: 50 }, votes(3, 1), 8)).toMatchObject({ quorumNeeded: 4, quorate: true });
  });
});

describe("a tie", () => {
  it("chooses nothing, or what the chair voted for, whose vote then counts twice", () => {
    expect(of({}, votes(3, 3), 6, 1)).toMatchObject({ because: "tie", chosen: null, leading: [1, 2] });
    expect(of({ tie: "chair" }, votes(3, 3), 6, 2)).toMatchObject({ chosen: 2, casting: true, base: 7, needed: 4 });
  });

  it("stays one if the chair abstained, did not vote, or the threshold is not reached", () => {
    expect(of({ tie: "chair" }, votes(2, 2, 1), 6, 3)).toMatchObject({ because: "tie", casting: false });
    expect(of({ tie: "chair" }, votes(3, 3), 7, null).because).toBe("tie");
    expect(of({ tie: "chair", threshold: "twoThirds" }, votes(3, 3), 6, 1).because).toBe("too-few");
  });
});

describe("for any votes and rules", () => {
  const anyRules: fc.Arbitrary<Rules> = fc
    .record({
      quorum: fc.constantFrom("none" as const, "count" as const, "share" as const),
      value: fc.integer({ min: 1, max: 100 }),
      base: fc.constantFrom("cast" as const, "decided" as const, "invited" as const),
      threshold: fc.constantFrom(
        "majority" as const,
        "twoThirds" as const,
        "fourFifths" as const,
        "unanimous" as const,
      ),
      tie: fc.constantFrom("none" as const, "chair" as const),
    })
    .map(({ value, ...rest }) => ({ ...rest, quorumValue: rest.quorum === "none" ? null : value }));
  const anyBallot: fc.Arbitrary<Ballot> = fc
    .record({
      count: fc.integer({ min: 2, max: 5 }),
      abstention: fc.boolean(),
      picks: fc.array(fc.nat(4), { maxLength: 60 }),
      silent: fc.nat(20),
      chair: fc.option(fc.nat(4)),
    })
    .map(({ count, abstention, picks, silent, chair }) => ({
      options: Array.from({ length: count }, (_, at) => ({
        position: at + 1,
        abstains: abstention && at === count - 1,
      })),
      eligible: picks.length + silent,
      votes: picks.map((pick) => (pick % count) + 1),
      chair: chair === null || picks.length === 0 ? null : ((picks[chair % picks.length] ?? 0) % count) + 1,
    }));

  it("at most one option is chosen, never an abstention, and never without its votes", () => {
    fc.assert(
      fc.property(anyRules, anyBallot, (some, cast) => {
        const result = tally(some, cast);
        expect(result.counts.reduce((sum, one) => sum + one.votes, 0)).toBe(cast.votes.length);
        expect((result.chosen !== null) === (result.because === "chosen")).toBe(true);
        if (result.chosen === null) return;
        const won = result.counts.find(({ position }) => position === result.chosen)?.votes ?? 0;
        expect(won + (result.casting ? 1 : 0)).toBeGreaterThanOrEqual(result.needed);
        expect(cast.options.find(({ position }) => position === result.chosen)?.abstains).toBe(false);
        expect(
          Math.max(
            ...result.counts.filter(({ position }) => !cast.options[position - 1]?.abstains).map(({ votes: n }) => n),
          ),
        ).toBe(won);
        if (result.quorumNeeded !== null) expect(result.voted).toBeGreaterThanOrEqual(result.quorumNeeded);
      }),
      { numRuns: 2_000 },
    );
  });

  it("the order of the votes changes nothing, and one more vote for what was chosen keeps it chosen", () => {
    fc.assert(
      fc.property(anyRules, anyBallot, (some, cast) => {
        const result = tally(some, cast);
        expect(tally(some, { ...cast, votes: cast.votes.toReversed() })).toEqual(result);
        if (result.chosen === null || some.quorum === "share") return;
        const more = { ...cast, votes: [...cast.votes, result.chosen], eligible: cast.eligible + 1 };
        if (!result.casting) expect(tally(some, more).chosen === result.chosen || some.base === "invited").toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
