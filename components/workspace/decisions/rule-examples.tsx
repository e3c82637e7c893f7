import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { DecisionDetail } from "@/lib/workspace/decisions/schema";

type Base = DecisionDetail["rules"]["base"];
export type RuleExample = { base: Base; needed: number; chosen: boolean };

export const baseWords: Record<Base, Sentence> = {
  decided: msg("Votes without abstentions"),
  cast: msg("All votes cast"),
  invited: msg("Everyone who can vote"),
};

/** What a majority of each kind makes of the same votes. */
export function RuleExamples({ examples }: { examples: readonly RuleExample[] }) {
  return (
    <details className="text-sm">
      <summary className="tap w-fit cursor-pointer text-ink-soft">{t("What difference does it make?")}</summary>
      <p className="mt-2">{t("An example: 9 people can vote. 3 vote yes, 2 no, 2 abstain, and 2 don't vote.")}</p>
      <ul className="mt-1 list-disc ps-5">
        {examples.map(({ base, needed, chosen }) => {
          const values = { base: t(baseWords[base]), needed: String(needed) };
          return (
            <li key={base}>
              {chosen
                ? t("{base}: more than half is {needed}, so yes is chosen.", values)
                : t("{base}: more than half is {needed}, so yes is not chosen.", values)}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
