import type { ReactNode } from "react";
import { Markdown } from "@/components/ui/markdown";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import type { DecisionDetail } from "@/lib/workspace/decisions/schema";

/** What is to be decided, and how the votes are counted. */
export function ProposalPanel({ decision, documents }: { decision: DecisionDetail; documents: ReactNode }) {
  const { purpose, background, recommendation, options, ruleSentences, organisations } = decision;
  return (
    <Panel>
      <Part title={t("Purpose")} text={purpose} />
      {background && <Part title={t("Background")} text={background} />}
      {recommendation && <Part title={t("Recommendation")} text={recommendation} />}
      {documents}
      <section className="mt-4">
        <h2 className="font-semibold">{t("Options")}</h2>
        <ul className="mt-1 list-disc ps-5">
          {options.map(({ position, text, abstains }) => (
            <li key={position} className="wrap-anywhere">
              {text} {abstains && <span className="text-ink-soft">{t("(abstention)")}</span>}
            </li>
          ))}
        </ul>
        <p className="mt-2 text-sm text-ink-soft">{ruleSentences.join(" ")}</p>
        {organisations.length > 0 && (
          <p className="mt-2 text-sm text-ink-soft">
            {t("About: {organisations}", { organisations: organisations.join(", ") })}
          </p>
        )}
      </section>
    </Panel>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <section className="mt-4 first:mt-0">
      <h2 className="font-semibold">{title}</h2>
      <Markdown text={text} className="mt-1" />
    </section>
  );
}
