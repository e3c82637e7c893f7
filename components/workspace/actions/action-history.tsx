import { DateTime } from "@/components/ui/date-time";
import { Dotted } from "@/components/ui/dotted";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { type ActionChange, type ActionStatus, statusNames } from "@/lib/workspace/actions/schema";

export type ActionHistoryProps = { changes: readonly ActionChange[]; format: ViewerFormat };

/** Who changed what, newest first. */
export function ActionHistory({ changes, format }: ActionHistoryProps) {
  return (
    <ol className="flex flex-col">
      {changes.map((change) => (
        <li key={change.id} className="border-b border-line py-2 last:border-0">
          <p className="wrap-anywhere text-ink">{sentenceOf(change, format.locale)}</p>
          {change.what === "details" && <Texts before={change.before} after={change.after} />}
          <Dotted className="text-sm text-ink-soft">
            {change.byName}
            <DateTime value={change.at} style="dateTime" format={format} />
          </Dotted>
        </li>
      ))}
    </ol>
  );
}

function sentenceOf({ what, personName, before, after }: ActionChange, locale: string): string {
  const name = personName ?? "";
  switch (what) {
    case "created":
      return t("Created");
    case "title":
      return t("Title: {before} → {after}", { before: before ?? "", after: after ?? "" });
    case "details":
      return t("Changed the details");
    case "dueOn":
      return t("Due date: {before} → {after}", { before: dayOf(before, locale), after: dayOf(after, locale) });
    case "status":
      return t("Status: {before} → {after}", { before: statusOf(before), after: statusOf(after) });
    case "progress":
      return t("{name}: {before} → {after}", { name, before: statusOf(before), after: statusOf(after) });
    case "assigned":
      return t("Assigned to {name}", { name });
    case "unassigned":
      return t("No longer assigned to {name}, whose part was: {status}", { name, status: statusOf(before) });
    case "resent":
      return t("Reminded {name}", { name });
  }
}

const statusOf = (status: string | null): string => t(statusNames[(status ?? "notStarted") as ActionStatus]);

const dayOf = (day: string | null, locale: string): string =>
  day === null ? t("none@@date") : formatDateTime(new Date(day), "date", { locale, timeZone: "UTC" });

function Texts({ before, after }: Pick<ActionChange, "before" | "after">) {
  return (
    <details className="my-1">
      <summary className="tap w-fit cursor-pointer text-sm text-ink-soft">{t("Show the texts")}</summary>
      <dl className="mt-1 text-sm whitespace-pre-wrap wrap-anywhere">
        <dt className="font-medium">{t("Before")}</dt>
        <dd className="mb-2 text-ink-soft">{before || "–"}</dd>
        <dt className="font-medium">{t("After")}</dt>
        <dd className="text-ink-soft">{after || "–"}</dd>
      </dl>
    </details>
  );
}
