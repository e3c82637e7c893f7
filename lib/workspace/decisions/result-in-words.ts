import { listed } from "@/lib/platform/kernel/listed";
import { t } from "@/lib/platform/language/t";
import type { ResultSheet } from "./result-schema";

type Counted = Pick<ResultSheet, "options" | "rules" | "people" | "setAside" | "outcome">;

/** The arithmetic of a result with every figure it uses, one sentence each, the result last. */
export function resultInWords(sheet: Counted): string[] {
  return [...peopleInWords(sheet), votesInWords(sheet), ...quorumInWords(sheet), ...majorityInWords(sheet)];
}

function peopleInWords({ people, setAside }: Counted): string[] {
  const { invited, recusedVoters, left, eligible } = people;
  return [
    t("{count, plural, one {# person was} other {# people were}} invited to vote.", { count: invited }),
    ...(recusedVoters > 0
      ? [t("{count, plural, one {# of them is} other {# of them are}} recused.", { count: recusedVoters })]
      : []),
    ...(left > 0
      ? [t("{count, plural, one {# has} other {# have}} left the account without voting.", { count: left })]
      : []),
    ...(recusedVoters + left > 0
      ? [t("That leaves {count, plural, one {# person} other {# people}} who can vote.", { count: eligible })]
      : []),
    ...(setAside > 0
      ? [
          t("{count, plural, one {# vote was} other {# votes were}} set aside because of a recusal.", {
            count: setAside,
          }),
        ]
      : []),
  ];
}

function votesInWords({ options, outcome }: Counted): string {
  if (outcome.voted === 0) return t("Nobody voted.");
  const totals = options.map(({ position, text }) => {
    const count = outcome.counts.find((one) => one.position === position)?.votes ?? 0;
    return t("{count} for “{option}”", { count: String(count), option: text });
  });
  return t("{voted} of {eligible} voted: {totals}.", {
    voted: String(outcome.voted),
    eligible: String(outcome.eligible),
    totals: listed(totals),
  });
}

function quorumInWords({ rules, outcome }: Counted): string[] {
  const { quorumNeeded, quorate, eligible } = outcome;
  if (quorumNeeded === null) return [];
  const needed = String(quorumNeeded);
  const quorum =
    rules.quorum === "share"
      ? t("{needed} ({share} % of {eligible})", {
          needed,
          share: String(rules.quorumValue),
          eligible: String(eligible),
        })
      : needed;
  return [
    quorate
      ? t("The quorum of {quorum} was reached.", { quorum })
      : t("The quorum of {quorum} was not reached.", { quorum }),
  ];
}

function majorityInWords({ options, rules, outcome }: Counted): string[] {
  const names = (positions: readonly number[]) =>
    listed(
      options
        .filter(({ position }) => positions.includes(position))
        .map(({ text }) => t("“{option}”", { option: text })),
    );
  const noneChosen = t("No option is chosen.");
  if (outcome.because === "no-votes" || outcome.because === "no-quorum") return [noneChosen];
  if (outcome.because === "tie")
    return [t("{options} have the same number of votes.", { options: names(outcome.leading) }), noneChosen];
  const most = Math.max(
    ...outcome.counts.filter(({ position }) => outcome.leading.includes(position)).map((one) => one.votes),
  );
  const reached = most + (outcome.casting ? 1 : 0);
  return [
    ...(outcome.casting
      ? [
          t("{options} have the same number of votes, so the vote of the chair counts twice.", {
            options: names(outcome.leading),
          }),
        ]
      : []),
    t("{threshold} of {base} is {needed}, and {reached} {reached, plural, one {was} other {were}} reached.", {
      threshold: thresholdInWords(rules.threshold),
      base: baseInWords(rules.base, outcome.base),
      needed: String(outcome.needed),
      reached,
    }),
    outcome.chosen === null ? noneChosen : t("{option} is chosen.", { option: names([outcome.chosen]) }),
  ];
}

export function thresholdInWords(threshold: Counted["rules"]["threshold"]): string {
  switch (threshold) {
    case "majority":
      return t("More than half");
    case "twoThirds":
      return t("Two thirds");
    case "fourFifths":
      return t("Four fifths");
    case "unanimous":
      return t("All");
  }
}

function baseInWords(base: Counted["rules"]["base"], count: number): string {
  switch (base) {
    case "cast":
      return t("the {count, plural, one {# vote} other {# votes}} that were cast", { count });
    case "decided":
      return t("the {count, plural, one {# vote} other {# votes}} without abstentions", { count });
    case "invited":
      return t("the {count, plural, one {# person} other {# people}} who can vote", { count });
  }
}
