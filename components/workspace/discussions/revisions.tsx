import { DateTime } from "@/components/ui/date-time";
import { Markdown } from "@/components/ui/markdown";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { RevisionItem } from "@/lib/workspace/discussions/schema";

/** What a post said before, newest first. */
export function Revisions({ revisions, format }: { revisions: RevisionItem[]; format: ViewerFormat }) {
  if (revisions.length === 0) {
    return <p className="px-4 py-4 text-ink-soft">{t("This post hasn't been edited.")}</p>;
  }
  return (
    <ol className="divide-y divide-line">
      {revisions.map(({ id, version, body, files, replacedBy, replacedAt }) => (
        <li key={id} className="px-4 py-3">
          <h3 className="text-sm font-medium text-ink-soft">
            {t("Version {number}, replaced by {name}", { number: version, name: replacedBy })}{" "}
            <DateTime value={replacedAt} style="dateTime" format={format} />
          </h3>
          <Markdown text={body} className="mt-1.5 text-ink" />
          {files.length > 0 && (
            <p className="mt-1.5 text-sm wrap-anywhere text-ink-soft">
              {t("Files: {names}", { names: files.join(", ") })}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
