import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import type { DecisionDetail } from "@/lib/workspace/decisions/schema";

export type ResultPanelProps = { decision: DecisionDetail; sheetHref: string; downloadHref: string };

/** How it ended, with the arithmetic in sentences, and the votes. */
export function ResultPanel({ decision, sheetHref, downloadHref }: ResultPanelProps) {
  const { result, options, myVote } = decision;
  if (result === null) return null;
  const { outcome, sentences, hash, votes } = result;
  const textOf = (position: number) => options.find((one) => one.position === position)?.text ?? "";
  const download = hash && (
    <>
      <ButtonLink href={sheetHref} icon={<Icon name="file-text" />}>
        {t("Result sheet")}
      </ButtonLink>
      <ButtonLink href={downloadHref} icon={<Icon name="download" />}>
        {t("Download")}
      </ButtonLink>
    </>
  );
  return (
    <Panel title={t("Result")} actions={download}>
      <p className="flex flex-wrap items-center gap-2 text-md font-semibold">
        <span className="min-w-0 wrap-anywhere">
          {outcome.chosen === null ? t("No option is chosen") : textOf(outcome.chosen)}
        </span>
        {outcome.chosen !== null && <Badge tone="success">{t("Chosen")}</Badge>}
      </p>
      <ul className="mt-3 flex flex-col gap-2">
        {outcome.counts.map(({ position, votes: count }) => (
          <li
            key={position}
            className="flex items-baseline justify-between gap-4 border-b border-line pb-2 last:border-0"
          >
            <span className="min-w-0 wrap-anywhere">{textOf(position)}</span>
            <span className="tabular-nums">{count}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-ink-soft">{sentences.join(" ")}</p>
      {votes.length > 0 && (
        <details className="mt-3">
          <summary className="tap w-fit cursor-pointer text-ink-soft">{t("Each vote")}</summary>
          <ul className="mt-2 grid gap-1 text-sm sm:grid-cols-2">
            {votes.map(({ receipt, position, name }) => (
              <li key={receipt} className="wrap-anywhere">
                {name ?? <code className="font-mono">{receipt}</code>}: {textOf(position)}
                {receipt === myVote?.receipt && <span className="text-ink-soft"> {t("(yours)")}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {hash ? (
        <p className="mt-3 text-sm wrap-anywhere text-ink-soft">{t("SHA-256 {hash}", { hash })}</p>
      ) : (
        <p className="mt-3 text-sm text-ink-soft">{t("The result is published within a few minutes.")}</p>
      )}
    </Panel>
  );
}
