import { t } from "@/lib/platform/language/t";
import { thresholdInWords } from "./result-in-words";
import type { ResultSheet } from "./result-schema";

/** How the votes will be counted, one sentence each. */
export function rulesInWords({ quorum, quorumValue, base, threshold, tie, hideNames }: ResultSheet["rules"]): string[] {
  const value = String(quorumValue ?? "");
  return [
    quorum === "none" ? t("There is no quorum.") : "",
    quorum === "count" ? t("At least {value} people must vote.", { value }) : "",
    quorum === "share" ? t("At least {value} % of those who can vote must vote.", { value }) : "",
    base === "cast"
      ? t("{threshold} of all votes cast is needed; abstentions count against every option.", {
          threshold: thresholdInWords(threshold),
        })
      : "",
    base === "decided"
      ? t("{threshold} of the votes without abstentions is needed.", { threshold: thresholdInWords(threshold) })
      : "",
    base === "invited"
      ? t("{threshold} of everyone who can vote is needed; not voting counts against every option.", {
          threshold: thresholdInWords(threshold),
        })
      : "",
    tie === "chair"
      ? t("If options have the same number of votes, the vote of the chair counts twice.")
      : t("If options have the same number of votes, none is chosen."),
    hideNames ? t("The result shows totals, and not who voted for what.") : t("The result shows who voted for what."),
  ].filter((sentence) => sentence !== "");
}
