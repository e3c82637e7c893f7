import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import type { PaperPart, TextPaper } from "@/lib/workspace/core/text-paper";
import type { ResultSheet } from "./result-schema";

interface Shown {
  readonly sheet: ResultSheet;
  readonly hash: string;
  readonly rules: readonly string[];
  readonly sentences: readonly string[];
}

/** A published result on paper, as its page shows it. */
export function resultPaper({ sheet, hash, rules, sentences }: Shown): TextPaper {
  const { decision, round, people, account, options, outcome } = sheet;
  const reference = t("Decision {number} of {account}", { number: String(decision.number), account });
  const chosen = options.find(({ position }) => position === outcome.chosen)?.text ?? t("No option is chosen");
  const texts: PaperPart[] = [
    { heading: t("Result"), lines: [chosen, sentences.join(" ")] },
    { heading: t("Purpose"), markdown: decision.purpose },
    { heading: t("Background"), markdown: decision.background },
    { heading: t("Recommendation"), markdown: decision.recommendation },
    { heading: t("How votes are counted"), lines: [rules.join(" ")] },
    { heading: t("Recusals"), lines: people.recused.map(({ name, reason }) => `${name}: ${reason}`) },
    { heading: t("Each vote"), lines: votesOf(sheet) },
  ];
  return {
    ...{ title: decision.title, accountName: account, reference, at: round.closedAt },
    subtitle: [
      reference,
      t("Round {number}", { number: String(round.number) }),
      ...(round.reason ? [round.reason] : []),
    ],
    facts: timesOf(round),
    parts: texts.filter(({ markdown, lines }) => Boolean(markdown) || (lines?.length ?? 0) > 0),
    proof: [
      t("SHA-256 {hash}", { hash }),
      t(
        "Download the result and the script, then run: node check-decision.mjs FILE HASH. It needs neither this portal nor a network, and counts the votes again.",
      ),
    ],
  };
}

/** In the zone of the vote: on paper everybody reads the same times. */
function timesOf({ openedAt, voteBy, closedAt, timeZone }: ResultSheet["round"]): TextPaper["facts"] {
  const at = (instant: string) => formatDateTime(new Date(instant), "exact", { locale: currentLocale(), timeZone });
  return [
    [t("Opened@@on"), at(openedAt)],
    [t("Vote by"), at(voteBy)],
    [t("Closed@@on"), at(closedAt)],
  ];
}

function votesOf({ votes, options }: ResultSheet): string[] {
  if (votes.length === 0) return [t("Nobody voted.")];
  const textOf = (position: number) => options.find((one) => one.position === position)?.text ?? "";
  return votes.map(({ receipt, option, voter }) => `${receipt}  ·  ${voter ? `${voter}: ` : ""}${textOf(option)}`);
}
