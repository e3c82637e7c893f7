import { t } from "@/lib/platform/language/t";
import { type Rules, tally } from "@/lib/workspace/decisions/tally";

const options = [1, 2, 3].map((position) => ({ position, abstains: position === 3 }));
const eligible = 9;
const votes = [1, 1, 1, 2, 2, 3, 3];

const outcomeOf = (base: Rules["base"]) =>
  tally(
    { quorum: "none", quorumValue: null, base, threshold: "majority", tie: "none" },
    { options, eligible, votes, chair: null },
  );

/** What a majority of each kind makes of the same votes. */
export function RuleExamples() {
  const rows = [
    { of: t("Votes without abstentions"), ...outcomeOf("decided") },
    { of: t("All votes cast"), ...outcomeOf("cast") },
    { of: t("Everyone who can vote"), ...outcomeOf("invited") },
  ];
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer text-ink-soft">{t("What difference does it make?")}</summary>
      <p className="mt-2">{t("An example: 9 people can vote. 3 vote yes, 2 no, 2 abstain, and 2 don't vote.")}</p>
      <ul className="mt-1 list-disc ps-5">
        {rows.map(({ of, needed, chosen }) => (
          <li key={of}>
            {chosen === null
              ? t("{base}: more than half is {needed}, so yes is not chosen.", { base: of, needed: String(needed) })
              : t("{base}: more than half is {needed}, so yes is chosen.", { base: of, needed: String(needed) })}
          </li>
        ))}
      </ul>
    </details>
  );
}
