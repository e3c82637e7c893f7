import { type Rules, tally } from "./tally";

const options = [1, 2, 3].map((position) => ({ position, abstains: position === 3 }));
const ballot = { options, eligible: 9, votes: [1, 1, 1, 2, 2, 3, 3], chair: null };
const bases: readonly Rules["base"][] = ["decided", "cast", "invited"];

/** What more than half of each base makes of the same votes: of 9 people 3 vote yes, 2 no, and 2 abstain. */
export const ruleExamples = () =>
  bases.map((base) => {
    const rules = { quorum: "none", quorumValue: null, base, threshold: "majority", tie: "none" } as const;
    const { needed, chosen } = tally(rules, ballot);
    return { base, needed, chosen: chosen !== null };
  });
