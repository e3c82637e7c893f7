import type { ReactNode } from "react";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Markdown } from "@/components/ui/markdown";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { ResultSheet as Sheet } from "@/lib/workspace/decisions/schema";

export type ResultSheetProps = {
  sheet: Sheet;
  hash: string;
  rules: string[];
  sentences: string[];
  format: ViewerFormat;
};

/** A published result on paper: text, rules, people, votes and arithmetic, and how to check it. */
export function ResultSheet({ sheet, hash, rules, sentences, format }: ResultSheetProps) {
  const { decision, options, round, votes, people } = sheet;
  const textOf = (position: number) => options.find((one) => one.position === position)?.text ?? "";
  return (
    <article className="flex max-w-3xl flex-col gap-5 rounded-lg border border-line bg-surface p-5 print:border-0 print:p-0">
      <Part title={t("Result")}>
        <p className="text-md font-semibold">
          {sheet.outcome.chosen === null ? t("No option is chosen") : textOf(sheet.outcome.chosen)}
        </p>
        <p className="mt-1">{sentences.join(" ")}</p>
      </Part>
      <Part title={t("Purpose")}>
        <Markdown text={decision.purpose} />
      </Part>
      {decision.background && (
        <Part title={t("Background")}>
          <Markdown text={decision.background} />
        </Part>
      )}
      {decision.recommendation && (
        <Part title={t("Recommendation")}>
          <Markdown text={decision.recommendation} />
        </Part>
      )}
      <Part title={t("How votes are counted")}>
        <p>{rules.join(" ")}</p>
      </Part>
      <Part title={t("Round {number}", { number: String(round.number) })}>
        {round.reason && <p className="mb-1">{round.reason}</p>}
        <KeyValueList
          items={[
            { label: t("Opened@@on"), value: <DateTime value={round.openedAt} style="exact" format={format} /> },
            { label: t("Vote by"), value: <DateTime value={round.voteBy} style="deadline" format={format} /> },
            { label: t("Closed@@on"), value: <DateTime value={round.closedAt} style="exact" format={format} /> },
          ]}
        />
      </Part>
      {people.recused.length > 0 && (
        <Part title={t("Recusals")}>
          <ul>
            {people.recused.map(({ name, reason }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people can share a name, and the list never changes in place
              <li key={index}>{`${name}: ${reason}`}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t("Each vote")}>
        {votes.length === 0 ? (
          <p>{t("Nobody voted.")}</p>
        ) : (
          <ul className="grid gap-1 sm:grid-cols-2">
            {votes.map(({ receipt, option, voter }) => (
              <li key={receipt} className="wrap-anywhere">
                <code className="font-mono text-sm text-ink-soft">{receipt}</code> {voter && `${voter}: `}
                {textOf(option)}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t("Check this result")}>
        <p className="text-sm wrap-anywhere">{t("SHA-256 {hash}", { hash })}</p>
        <p className="mt-1 text-sm text-ink-soft">
          {t(
            "Download the result and the script, then run: node check-decision.mjs FILE HASH. It needs neither this portal nor a network, and counts the votes again.",
          )}
        </p>
      </Part>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1 font-semibold">{title}</h2>
      {children}
    </section>
  );
}
